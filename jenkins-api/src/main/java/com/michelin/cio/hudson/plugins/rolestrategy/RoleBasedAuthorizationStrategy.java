package com.michelin.cio.hudson.plugins.rolestrategy;

import com.synopsys.arc.jenkins.plugins.rolestrategy.RoleType;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Gives permissions by roles. */
public class RoleBasedAuthorizationStrategy extends AuthorizationStrategy {
    public static final Permission ITEM_ROLES_ADMIN = null;

    public RoleBasedAuthorizationStrategy(
            Map<String, RoleMap> grantedRoles, Set<PermissionTemplate> permissionTemplates) {}

    public SortedMap<Role, Set<PermissionEntry>> getGrantedRolesEntries(RoleType type) {
        throw new UnsupportedOperationException("compile-only");
    }

    public Set<PermissionTemplate> getPermissionTemplates() {
        throw new UnsupportedOperationException("compile-only");
    }
}
