package io.jenkins.plugins.hades.ui.access;

import hudson.ExtensionList;
import io.jenkins.plugins.hades.api.ProjectGrants;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.project.BoundProject;
import io.jenkins.plugins.hades.jenkins.project.ProjectItems;
import io.jenkins.plugins.hades.model.Project;
import java.util.List;
import java.util.Optional;

/** Rights on projects are rights on the items that they are bound to, which the authorization strategy of Jenkins gives. */
public final class GrantsOnItems implements ProjectGrants {
    @Override
    public Granted of(Project project) {
        Optional<String> item = item(project);
        if (item.isEmpty()) {
            return new Granted(false, Messages.GrantsOnItems_unbound(), List.of(), List.of());
        }
        return active().map(grants -> new Granted(
                        true, Messages.GrantsOnItems_roles(), grants.of(item.get()), grants.others(item.get())))
                .orElseGet(() -> new Granted(false, Messages.GrantsOnItems_elsewhere(), List.of(), List.of()));
    }

    @Override
    public void change(Project project, Change change) {
        String doing = "Changing who may use project " + project.name();
        RoleGrants grants = active().orElseThrow(() -> new HadesException(
                ErrorKind.CONFLICT,
                doing,
                "rights are not given by the Role-based Authorization Strategy here",
                Messages.GrantsOnItems_elsewhere()));
        String item = item(project)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.CONFLICT, doing, "no item is bound to it", Messages.GrantsOnItems_unbound()));
        if (!change.sid().matches("[^\\p{Cntrl}]{1,255}")
                || !change.sid().equals(change.sid().strip())) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    doing,
                    "this is no name of a user or a group",
                    "Enter the name as Jenkins has it");
        }
        grants.change(item, change);
    }

    private static Optional<RoleGrants> active() {
        return ExtensionList.lookup(RoleGrants.class).stream()
                .filter(RoleGrants::isActive)
                .findFirst();
    }

    /** The full name of the item, which its caller, who administers Hades, need not see otherwise. */
    private static Optional<String> item(Project project) {
        return ProjectItems.find(project).map(BoundProject::item).map(item -> item.getFullName());
    }
}
