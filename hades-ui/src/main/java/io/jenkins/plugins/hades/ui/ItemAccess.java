package io.jenkins.plugins.hades.ui;

import io.jenkins.plugins.hades.api.Access;
import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.api.Permission;
import io.jenkins.plugins.hades.jenkins.access.HadesPermissions;
import io.jenkins.plugins.hades.jenkins.project.ProjectItems;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.store.ProjectStore;
import java.util.Optional;
import java.util.UUID;
import jenkins.model.Jenkins;

/**
 * What the thread's user may do with a project, by the authorization of the item that it is bound to: who may not see the item sees nothing of the
 * project. A project that no item is bound to any more is for administrators of Hades.
 */
final class ItemAccess implements Access {
    private final ProjectStore projects;

    ItemAccess(ProjectStore projects) {
        this.projects = projects;
    }

    @Override
    public boolean allows(Caller caller, Permission permission, Optional<UUID> project) {
        return project.map(id -> allows(permission, id)).orElseGet(() -> allowsOnAll(permission));
    }

    /** Lists hold only what the user may see of each project, so that all who may see Jenkins may ask for them. */
    private static boolean allowsOnAll(Permission permission) {
        return Jenkins.get().hasPermission(permission == Permission.VIEW ? Jenkins.READ : HadesPermissions.ADMINISTER);
    }

    private boolean allows(Permission permission, UUID id) {
        return projects.find(id)
                .flatMap(project -> ProjectItems.visible(project)
                        .map(bound -> bound.item().hasPermission(of(permission)))
                        .or(() -> Optional.of(allowsOnAll(Permission.ADMINISTER) && isOrphan(project))))
                .orElse(false);
    }

    /** Looks at every item: only for who is already known to administer Hades. */
    private static boolean isOrphan(Project project) {
        return ProjectItems.find(project).isEmpty();
    }

    static hudson.security.Permission of(Permission permission) {
        return switch (permission) {
            case VIEW -> HadesPermissions.VIEW;
            case DEPLOY -> HadesPermissions.DEPLOY;
            case CONFIGURE -> HadesPermissions.CONFIGURE;
            case CONSOLE -> HadesPermissions.CONSOLE;
            case ADMINISTER -> HadesPermissions.ADMINISTER;
        };
    }
}
