package io.jenkins.plugins.hades.ui.access;

import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import io.jenkins.plugins.hades.jenkins.access.AsSystem;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** What keeps a user from an item although there is a role for it: a right that the strategy gives elsewhere is missing. */
final class Obstacles {
    private Obstacles() {}

    /** The obstacle, in words; empty if none is known. */
    static Optional<String> of(String user, String fullName) {
        return AsSystem.get(() -> {
            User known = User.getById(user, false);
            if (known == null) {
                return Optional.of(Messages.Obstacles_unknown());
            }
            try {
                return of(known.impersonate2(), fullName);
            } catch (UsernameNotFoundException e) {
                return Optional.of(Messages.Obstacles_unknown());
            }
        });
    }

    private static Optional<String> of(Authentication user, String fullName) {
        if (!may(Jenkins.get().getACL(), user, Jenkins.READ)) {
            return Optional.of(Messages.Obstacles_overall());
        }
        Item item = Jenkins.get().getItemByFullName(fullName);
        while (item != null && item.getParent() instanceof Item parent) {
            if (!may(parent.getACL(), user, Item.READ)) {
                return Optional.of(Messages.Obstacles_folder(parent.getFullName()));
            }
            item = parent;
        }
        return Optional.empty();
    }

    private static boolean may(ACL acl, Authentication user, hudson.security.Permission permission) {
        return acl.hasPermission2(user, permission);
    }
}
