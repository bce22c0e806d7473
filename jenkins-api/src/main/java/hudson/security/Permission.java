package hudson.security;

import org.jvnet.localizer.Localizable;

/** One right. */
@SuppressWarnings("rawtypes")
public final class Permission {
    public static final Permission READ = null;
    public static final Permission WRITE = null;
    public static final Permission CREATE = null;
    public static final Permission UPDATE = null;
    public static final Permission DELETE = null;
    public static final Permission CONFIGURE = null;
    public final Class owner;
    public final PermissionGroup group;
    public final String name;
    public final Localizable description;
    public final Permission impliedBy;

    public Permission(
            PermissionGroup group,
            String name,
            Localizable description,
            Permission impliedBy,
            boolean enable,
            PermissionScope[] scopes)
            throws IllegalStateException {
        throw new UnsupportedOperationException("compile-only");
    }

    public Permission(
            PermissionGroup group, String name, Localizable description, Permission impliedBy, PermissionScope scope) {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean isContainedBy(PermissionScope s) {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getId() {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean getEnabled() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static Permission fromId(String id) {
        throw new UnsupportedOperationException("compile-only");
    }
}
