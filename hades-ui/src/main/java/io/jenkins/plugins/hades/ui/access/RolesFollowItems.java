package io.jenkins.plugins.hades.ui.access;

import com.michelin.cio.hudson.plugins.rolestrategy.PermissionEntry;
import com.michelin.cio.hudson.plugins.rolestrategy.Role;
import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.hades.api.ProjectGrants.Level;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.logging.Logger;

/**
 * Hades' own roles go with their items: to another name when an item is renamed or moved, and away with an item that is deleted, so that another one of
 * that name is nobody's by accident.
 */
@Extension(optional = true)
public final class RolesFollowItems extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(RolesFollowItems.class.getName());

    /** Is called for the item itself, and for each item below it. */
    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        change(oldFullName, Optional.of(newFullName));
    }

    @Override
    public void onDeleted(Item item) {
        change(item.getFullName(), Optional.empty());
    }

    private static void change(String before, Optional<String> now) {
        if (RoleChanges.itemRoles().keySet().stream()
                .noneMatch(role -> RoleNames.level(role.getName(), before).isPresent())) {
            return;
        }
        try {
            RoleChanges.apply(
                    roles -> List.of(Level.READ, Level.WRITE).forEach(level -> move(roles, level, before, now)));
        } catch (HadesException e) {
            LOGGER.warning(() -> "The roles of " + before + " could not follow it: " + e.getMessage());
        }
    }

    private static void move(
            SortedMap<Role, Set<PermissionEntry>> roles, Level level, String before, Optional<String> now) {
        Set<PermissionEntry> entries = roles.remove(RoleStrategyGrants.role(before, level));
        if (entries != null) {
            now.ifPresent(name -> roles.put(RoleStrategyGrants.role(name, level), entries));
        }
    }
}
