package hudson.security;

import org.springframework.security.core.Authentication;

/** Says who may do what with an object. */
public abstract class ACL {
    public static final Authentication SYSTEM2 = null;

    public boolean hasPermission2(Authentication a, Permission permission) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static ACLContext as2(Authentication auth) {
        throw new UnsupportedOperationException("compile-only");
    }
}
