package com.michelin.cio.hudson.plugins.rolestrategy;

import hudson.security.Permission;
import java.util.Set;
import java.util.regex.Pattern;

/** Permissions on what a pattern names. */
@SuppressWarnings("rawtypes")
public final class Role implements Comparable {
    public Role(String name, Pattern pattern, Set<Permission> permissions, String description) {}

    public String getName() {
        throw new UnsupportedOperationException("compile-only");
    }

    public Pattern getPattern() {
        throw new UnsupportedOperationException("compile-only");
    }

    public Boolean hasPermission(Permission permission) {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public int compareTo(Object o) {
        throw new UnsupportedOperationException("compile-only");
    }
}
