package hudson.model;

import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;

/** A node at run time. */
public abstract class Computer extends Actionable implements AccessControlled {
    public static final Permission CONFIGURE = null;
    public static final Permission EXTENDED_READ = null;
    public static final Permission BUILD = null;
    public static final Permission CONNECT = null;

    protected Computer(Node node) {}

    public String getName() {
        throw new UnsupportedOperationException("compile-only");
    }

    public Node getNode() {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean isOffline() {
        throw new UnsupportedOperationException("compile-only");
    }

    public final boolean isOnline() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public ACL getACL() {
        throw new UnsupportedOperationException("compile-only");
    }
}
