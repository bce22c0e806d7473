package hudson.security;

import hudson.model.ModelObject;

/** The kind of object that a right is given on. */
public final class PermissionScope {
    public static final PermissionScope JENKINS = null;
    public static final PermissionScope ITEM_GROUP = null;
    public static final PermissionScope ITEM = null;
    public static final PermissionScope RUN = null;
    public static final PermissionScope COMPUTER = null;

    public PermissionScope(Class<? extends ModelObject> modelClass, PermissionScope... containers) {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean isContainedBy(PermissionScope s) {
        throw new UnsupportedOperationException("compile-only");
    }
}
