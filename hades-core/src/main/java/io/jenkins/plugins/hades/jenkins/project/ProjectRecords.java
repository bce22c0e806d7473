package io.jenkins.plugins.hades.jenkins.project;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.jenkins.access.AsSystem;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.model.Project;
import java.util.Optional;

/** The records of the projects that are bound to items. Blocks on the store. */
public final class ProjectRecords {
    private ProjectRecords() {}

    /**
     * The project of this item as it is recorded from now on: under its item's present name. An item whose folder was copied on disk, with its
     * identity, gets one of its own.
     */
    public static Project record(Engine engine, BoundProject bound) {
        return AsSystem.get(() -> {
            Project asked = bound.project();
            Optional<Project> known = engine.store().projects().find(asked.id());
            Project project = known.filter(other -> isElsewhere(other, asked)).isPresent() ? renewed(bound) : asked;
            if (known.filter(project::equals).isEmpty()) {
                engine.store().projects().save(project);
            }
            return project;
        });
    }

    /** Records the item's present name, if its project was recorded before. */
    public static void refresh(Engine engine, BoundProject bound) {
        ProjectIdentity.find(bound.item())
                .filter(id -> engine.store().projects().find(id).isPresent())
                .ifPresent(id -> record(engine, bound));
    }

    private static Project renewed(BoundProject copy) {
        ProjectIdentity.renew(copy.item());
        return copy.project();
    }

    private static boolean isElsewhere(Project known, Project project) {
        return !known.name().equals(project.name())
                && RunningJenkins.item(known.name())
                        .flatMap(BoundProject::of)
                        .flatMap(bound -> ProjectIdentity.find(bound.item()))
                        .filter(project.id()::equals)
                        .isPresent();
    }
}
