package hudson.security;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** A refusal that names the missing permission. */
public class AccessDeniedException3 extends AccessDeniedException {
    public final Authentication authentication;
    public final Permission permission;

    public AccessDeniedException3(Authentication authentication, Permission permission) {
        super("compile-only");
        this.authentication = authentication;
        this.permission = permission;
    }
}
