package io.jenkins.plugins.hades.api;

import java.util.Optional;
import java.util.UUID;

/**
 * What the caller of a request may do.
 *
 * @param access decides
 * @param caller who asks
 */
record Rights(Access access, Caller caller) {
    /** Whether the caller may see a project. */
    boolean sees(UUID project) {
        return allows(Permission.VIEW, project);
    }

    /** Whether the caller has a permission on a project. */
    boolean allows(Permission permission, UUID project) {
        return access.allows(caller, permission, Optional.of(project));
    }
}
