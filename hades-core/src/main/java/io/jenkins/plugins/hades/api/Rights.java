package io.jenkins.plugins.hades.api;

import java.util.Optional;
import java.util.UUID;

/** What the caller of a request may do. Asked on the thread that brought the request only: who is asked may know the caller by the thread. */
final class Rights {
    private final Access access;
    private final Caller caller;
    private final Thread thread = Thread.currentThread();

    /**
     * @param access decides
     * @param caller who asks
     */
    Rights(Access access, Caller caller) {
        this.access = access;
        this.caller = caller;
    }

    /** Whether the caller may see a project. */
    boolean sees(UUID project) {
        return allows(Permission.VIEW, Optional.of(project));
    }

    /** Whether the caller has a permission on a project, or on all of Hades. */
    boolean allows(Permission permission, Optional<UUID> project) {
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("The caller's rights were asked for on another thread");
        }
        return access.allows(caller, permission, project);
    }
}
