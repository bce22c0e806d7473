package hudson.security;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** An object whose use is limited by permissions. */
public interface AccessControlled {
    ACL getACL();

    default void checkPermission(Permission permission) throws AccessDeniedException {
        throw new UnsupportedOperationException("compile-only");
    }

    default void checkAnyPermission(Permission... permission) throws AccessDeniedException {
        throw new UnsupportedOperationException("compile-only");
    }

    default boolean hasPermission(Permission permission) {
        throw new UnsupportedOperationException("compile-only");
    }

    default boolean hasAnyPermission(Permission... permission) {
        throw new UnsupportedOperationException("compile-only");
    }

    default boolean hasPermission2(Authentication a, Permission permission) {
        throw new UnsupportedOperationException("compile-only");
    }
}
