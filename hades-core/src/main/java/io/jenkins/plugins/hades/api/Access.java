package io.jenkins.plugins.hades.api;

import java.util.Optional;
import java.util.UUID;

/** Decides what a caller may do. Asked for every request, on the thread that brought it; thread-safe, and quick. */
public interface Access {
    /**
     * @param project the project concerned; empty for what concerns all of Hades
     */
    boolean allows(Caller caller, Permission permission, Optional<UUID> project);

    /** Everything is allowed: for a socket that only its owner can reach. */
    static Access everything() {
        return (caller, permission, project) -> true;
    }
}
