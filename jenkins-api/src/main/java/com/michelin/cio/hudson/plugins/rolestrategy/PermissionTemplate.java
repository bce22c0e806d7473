package com.michelin.cio.hudson.plugins.rolestrategy;

/** Permissions that several roles share. */
public class PermissionTemplate implements Comparable<PermissionTemplate> {
    PermissionTemplate() {}

    @Override
    public int compareTo(PermissionTemplate other) {
        throw new UnsupportedOperationException("compile-only");
    }
}
