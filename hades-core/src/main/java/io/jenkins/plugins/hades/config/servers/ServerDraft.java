package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A server before its name and the server that it is reached through are known.
 *
 * @param spec the server without these
 * @param jump the name of the server to go through
 * @param wrongJump reports what is wrong with that name, and what was expected
 */
record ServerDraft(ServerSpec spec, Optional<String> jump, BiConsumer<String, String> wrongJump) {
    /** The server with its name and the server to go through. */
    ServerSpec complete(String name, Optional<ServerSpec> through) {
        return new ServerSpec(
                name,
                spec.roles(),
                spec.address(),
                through,
                spec.projects(),
                spec.mounts(),
                spec.privileged(),
                spec.folder(),
                spec.dockerSocket());
    }
}
