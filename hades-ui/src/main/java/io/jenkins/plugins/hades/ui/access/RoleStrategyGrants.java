package io.jenkins.plugins.hades.ui.access;

import com.michelin.cio.hudson.plugins.rolestrategy.AuthorizationType;
import com.michelin.cio.hudson.plugins.rolestrategy.PermissionEntry;
import com.michelin.cio.hudson.plugins.rolestrategy.Role;
import com.michelin.cio.hudson.plugins.rolestrategy.RoleBasedAuthorizationStrategy;
import hudson.Extension;
import hudson.model.Item;
import hudson.security.Permission;
import io.jenkins.plugins.hades.api.ProjectGrants.Change;
import io.jenkins.plugins.hades.api.ProjectGrants.Grant;
import io.jenkins.plugins.hades.api.ProjectGrants.Kind;
import io.jenkins.plugins.hades.api.ProjectGrants.Level;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.access.HadesPermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import jenkins.model.Jenkins;

/** Rights by item roles of the Role-based Authorization Strategy. */
@Extension(optional = true)
public final class RoleStrategyGrants implements RoleGrants {
    private static final Set<Permission> READ = Set.of(Item.READ, HadesPermissions.VIEW);
    private static final Set<Permission> WRITE =
            Set.of(Item.READ, HadesPermissions.VIEW, HadesPermissions.DEPLOY, HadesPermissions.CONFIGURE);

    @Override
    public boolean isActive() {
        return RoleChanges.isActive();
    }

    @Override
    public List<Grant> of(String fullName) {
        List<Grant> grants = new ArrayList<>();
        RoleChanges.itemRoles().forEach((role, entries) -> RoleNames.level(role.getName(), fullName)
                .ifPresent(level -> entries.forEach(entry -> grants.add(grant(entry, level, fullName)))));
        return grants;
    }

    private static Grant grant(PermissionEntry entry, Level level, String fullName) {
        boolean group = entry.getType() == AuthorizationType.GROUP;
        return new Grant(
                entry.getSid(),
                group ? Kind.GROUP : Kind.USER,
                level,
                group ? Optional.empty() : Obstacles.of(entry.getSid(), fullName));
    }

    @Override
    public List<String> others(String fullName) {
        return RoleChanges.itemRoles().keySet().stream()
                .filter(role -> RoleNames.level(role.getName(), fullName).isEmpty())
                .filter(role -> role.hasPermission(HadesPermissions.VIEW)
                        && role.getPattern().matcher(fullName).matches())
                .map(role -> Messages.RoleStrategyGrants_other(
                        role.getName(),
                        role.hasPermission(HadesPermissions.DEPLOY)
                                ? Messages.RoleStrategyGrants_writes()
                                : Messages.RoleStrategyGrants_reads()))
                .toList();
    }

    @Override
    public void change(String fullName, Change change) {
        if (!Jenkins.get().hasPermission(RoleBasedAuthorizationStrategy.ITEM_ROLES_ADMIN)) {
            throw new HadesException(
                    ErrorKind.FORBIDDEN,
                    "Changing who may use " + fullName,
                    "that wants the right to administer item roles",
                    "Ask an administrator of Jenkins");
        }
        AuthorizationType type = change.kind() == Kind.GROUP ? AuthorizationType.GROUP : AuthorizationType.USER;
        RoleChanges.apply(roles -> {
            for (Level level : List.of(Level.READ, Level.WRITE)) {
                take(roles, RoleNames.of(level, fullName), change.sid(), type);
            }
            if (change.level() != Level.NONE) {
                give(roles, fullName, change.level(), new PermissionEntry(type, change.sid()));
            }
        });
    }

    /** Takes a role from somebody; a role that nobody has is not kept. */
    private static void take(
            SortedMap<Role, Set<PermissionEntry>> roles, String name, String sid, AuthorizationType type) {
        List<Map.Entry<Role, Set<PermissionEntry>>> found = roles.entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals(name))
                .toList();
        for (Map.Entry<Role, Set<PermissionEntry>> entry : found) {
            entry.getValue()
                    .removeIf(given -> given.getSid().equals(sid)
                            && (given.getType() == type || given.getType() == AuthorizationType.EITHER));
            if (entry.getValue().isEmpty()) {
                roles.remove(entry.getKey());
            }
        }
    }

    /** Gives it; the role is made anew, so that it has Hades' permissions and pattern whatever somebody made of it. */
    private static void give(
            SortedMap<Role, Set<PermissionEntry>> roles, String fullName, Level level, PermissionEntry entry) {
        Role role = role(fullName, level);
        Set<PermissionEntry> entries = new HashSet<>(roles.getOrDefault(role, Set.of()));
        entries.add(entry);
        roles.remove(role);
        roles.put(role, entries);
    }

    static Role role(String fullName, Level level) {
        return new Role(
                RoleNames.of(level, fullName),
                RoleNames.pattern(fullName),
                level == Level.WRITE ? WRITE : READ,
                Messages.RoleStrategyGrants_description());
    }
}
