package hudson.security;

import org.jvnet.localizer.Localizable;

/** Rights that belong together. */
@SuppressWarnings("rawtypes")
public final class PermissionGroup {
    public PermissionGroup(Class owner, Localizable title) throws IllegalStateException {
        throw new UnsupportedOperationException("compile-only");
    }
}
