package com.michelin.cio.hudson.plugins.rolestrategy;

/** A user or a group that has a role. */
public class PermissionEntry implements Comparable<PermissionEntry> {
    public PermissionEntry(AuthorizationType type, String sid) {}

    public AuthorizationType getType() {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getSid() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public int compareTo(PermissionEntry o) {
        throw new UnsupportedOperationException("compile-only");
    }
}
