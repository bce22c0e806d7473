package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.key.KeyText;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may be shown of a server: nothing that proves us to it. */
final class ShownServer {
    private ShownServer() {}

    /** A server that can be used. */
    static ObjectNode node(ServerSpec server, Collection<String> users) {
        return Resources.plain(
                "servers",
                server.name(),
                new Usable(
                        server.name(),
                        server.roles(),
                        server.address().host(),
                        server.address().port(),
                        server.address().user(),
                        server.jump().map(ServerSpec::name),
                        proof(server.address().hostKeys()),
                        pins(server.address().hostKeys()),
                        server.projects(),
                        server.mounts(),
                        server.privileged(),
                        List.copyOf(users)));
    }

    /** A server whose configuration does not suffice. */
    static ObjectNode node(String name, HadesException defect, Collection<String> users) {
        return Resources.plain(
                "servers", name, new Unusable(name, defect.reason(), defect.remedy(), List.copyOf(users)));
    }

    private static String proof(HostKeyPolicy policy) {
        return policy instanceof HostKeyPolicy.Pinned
                ? "PINNED"
                : policy instanceof HostKeyPolicy.AcceptFirstUse ? "ACCEPT_FIRST_USE" : "KNOWN_HOSTS";
    }

    private static List<String> pins(HostKeyPolicy policy) {
        return policy instanceof HostKeyPolicy.Pinned pinned
                ? pinned.keys().stream().map(ShownServer::fingerprint).toList()
                : List.of();
    }

    /** A pinned key as people compare it; a fingerprint, and what is no key, as it is. */
    private static String fingerprint(String pin) {
        String[] words = pin.strip().split("[ \t]+", -1);
        try {
            return words.length < 2
                    ? pin
                    : words[0] + " " + KeyText.fingerprint(Base64.getDecoder().decode(words[1]));
        } catch (IllegalArgumentException e) {
            return pin;
        }
    }

    private record Usable(
            String name,
            Set<ServerRole> roles,
            String host,
            int port,
            String user,
            Optional<String> jump,
            String hostKeys,
            List<String> pinned,
            List<String> projects,
            List<String> mounts,
            boolean privileged,
            List<String> usedBy) {}

    private record Unusable(String name, String defect, Optional<String> remedy, List<String> usedBy) {}
}
