package io.jenkins.plugins.hades.api;

import java.util.Optional;
import java.util.UUID;

/**
 * Who may use a route.
 *
 * @param onProject what the caller must be allowed on the project that the request concerns
 * @param subject finds that project; empty where the request concerns all of Hades
 * @param onAll what the caller must be allowed where it concerns all of Hades; empty where everybody may ask, as the answer holds only what the caller
 *     may see
 */
record Guard(Permission onProject, Subject subject, Optional<Permission> onAll) {
    private static final Subject NONE = exchange -> Optional.empty();

    /** Finds the project that a request concerns; empty for all of Hades. */
    @FunctionalInterface
    interface Subject {
        Optional<UUID> project(Exchange exchange);
    }

    /** Whoever has this permission on the project. */
    static Guard project(Permission permission, Subject subject) {
        return new Guard(permission, subject, Optional.empty());
    }

    /** Whoever has this permission on all of Hades. */
    static Guard all(Permission permission) {
        return new Guard(permission, NONE, Optional.of(permission));
    }

    /** Everybody: the answer holds only what the caller may see. */
    static Guard everybody() {
        return new Guard(Permission.VIEW, NONE, Optional.empty());
    }

    /** Whoever has the one permission on the project, if the request names one, or else the other on all of Hades. */
    static Guard either(Permission onProject, Subject subject, Permission onAll) {
        return new Guard(onProject, subject, Optional.of(onAll));
    }
}
