package hudson.security;

import hudson.model.User;
import org.springframework.security.core.Authentication;

/** Says who may do what with an object. */
public abstract class ACL {
    public static final Authentication SYSTEM2 = null;

    public final void checkPermission(Permission p) {
        throw new UnsupportedOperationException("compile-only");
    }

    public final boolean hasPermission(Permission p) {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean hasPermission2(Authentication a, Permission permission) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static ACLContext as2(Authentication auth) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static ACLContext as(User user) {
        throw new UnsupportedOperationException("compile-only");
    }
}
