package hudson.security;

import org.springframework.security.access.AccessDeniedException;

/** An object whose use is limited by permissions. */
public interface AccessControlled {
    ACL getACL();

    default void checkPermission(Permission permission) throws AccessDeniedException {
        throw new UnsupportedOperationException("compile-only");
    }

    default boolean hasPermission(Permission permission) {
        throw new UnsupportedOperationException("compile-only");
    }
}
