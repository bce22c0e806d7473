package com.michelin.cio.hudson.plugins.rolestrategy;

import java.util.Set;
import java.util.SortedMap;

/** Roles, and who has each. */
public class RoleMap {
    public RoleMap(SortedMap<Role, Set<PermissionEntry>> grantedRoles) {}
}
