package hudson.security;

/** One right. */
public final class Permission {
    private Permission() {}
}
