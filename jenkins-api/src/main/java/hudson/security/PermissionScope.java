package hudson.security;

/** The kind of object that a right is given on. */
public final class PermissionScope {
    public static final PermissionScope JENKINS = null;
    public static final PermissionScope ITEM = null;

    private PermissionScope() {}
}
