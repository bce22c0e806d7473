package io.jenkins.plugins.hades.engine;

import java.util.Optional;

/**
 * Servers by name, where they are chosen.
 *
 * @param build the server to build on
 * @param deploy the server to run on
 */
public record ServerChoice(Optional<String> build, Optional<String> deploy) {
    /** No choice. */
    public static final ServerChoice NONE = new ServerChoice(Optional.empty(), Optional.empty());

    /** This choice, and the other one's where this has none. */
    public ServerChoice or(ServerChoice other) {
        return new ServerChoice(build.or(other::build), deploy.or(other::deploy));
    }
}
