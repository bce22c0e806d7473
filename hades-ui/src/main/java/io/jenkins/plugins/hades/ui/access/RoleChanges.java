package io.jenkins.plugins.hades.ui.access;

import com.michelin.cio.hudson.plugins.rolestrategy.PermissionEntry;
import com.michelin.cio.hudson.plugins.rolestrategy.Role;
import com.michelin.cio.hudson.plugins.rolestrategy.RoleBasedAuthorizationStrategy;
import com.michelin.cio.hudson.plugins.rolestrategy.RoleMap;
import com.synopsys.arc.jenkins.plugins.rolestrategy.RoleType;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import jenkins.model.Jenkins;

/**
 * Changes item roles. The plugin's own means for that are not for other plugins, so the strategy is built anew from its public parts, with all other
 * roles as they are, and takes the place of the old one; one change at a time.
 */
final class RoleChanges {
    private RoleChanges() {}

    static boolean isActive() {
        return Jenkins.get().getAuthorizationStrategy() instanceof RoleBasedAuthorizationStrategy;
    }

    /** The item roles of now, with who has each; none under another strategy. */
    static SortedMap<Role, Set<PermissionEntry>> itemRoles() {
        return Jenkins.get().getAuthorizationStrategy() instanceof RoleBasedAuthorizationStrategy roles
                ? roles.getGrantedRolesEntries(RoleType.Project)
                : new TreeMap<>();
    }

    /**
     * Changes the item roles, and saves.
     *
     * @param change gets a copy that it changes
     * @throws HadesException of kind {@code CONFLICT} when the strategy is another one by now, {@code INTERNAL} when it cannot be saved
     */
    static synchronized void apply(Consumer<SortedMap<Role, Set<PermissionEntry>>> change) {
        Jenkins jenkins = Jenkins.get();
        if (!(jenkins.getAuthorizationStrategy() instanceof RoleBasedAuthorizationStrategy now)) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    "Changing item roles",
                    "the authorization strategy of Jenkins is another one",
                    "Give rights by that strategy");
        }
        Map<String, RoleMap> all = new HashMap<>();
        for (RoleType type : RoleType.values()) {
            SortedMap<Role, Set<PermissionEntry>> roles = copy(now.getGrantedRolesEntries(type));
            if (type == RoleType.Project) {
                change.accept(roles);
            }
            all.put(type.getStringType(), new RoleMap(roles));
        }
        jenkins.setAuthorizationStrategy(new RoleBasedAuthorizationStrategy(all, now.getPermissionTemplates()));
        try {
            jenkins.save();
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    "Saving the roles",
                    "the change holds until Jenkins restarts, but " + e.getMessage(),
                    "Look at the disk of Jenkins, and save its configuration",
                    e);
        }
    }

    private static SortedMap<Role, Set<PermissionEntry>> copy(SortedMap<Role, Set<PermissionEntry>> roles) {
        SortedMap<Role, Set<PermissionEntry>> copy = new TreeMap<>();
        roles.forEach((role, entries) -> copy.put(role, new HashSet<>(entries)));
        return copy;
    }
}
