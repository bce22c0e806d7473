package hudson.security;

import org.springframework.security.access.AccessDeniedException;

/** A refusal that names the missing permission. */
public class AccessDeniedException3 extends AccessDeniedException {
    private AccessDeniedException3() {
        super("compile-only");
    }
}
