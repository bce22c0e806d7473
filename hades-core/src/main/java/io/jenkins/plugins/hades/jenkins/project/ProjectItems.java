package io.jenkins.plugins.hades.jenkins.project;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.model.Item;
import hudson.model.Job;
import hudson.security.AccessDeniedException3;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.jenkins.access.AsSystem;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.model.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the items that projects are bound to, and the other way round. */
public final class ProjectItems {
    private ProjectItems() {}

    /** The item that the project is bound to, whoever asks. Looks at every item if it is not where it was. */
    public static Optional<BoundProject> find(Project project) {
        return AsSystem.get(() -> at(project).or(() -> bound().stream()
                .filter(bound -> isBound(bound, project))
                .findFirst()));
    }

    /** The item of the project's recorded name, if the project is bound to it and the thread's user may see it. Reads a small file. */
    public static Optional<BoundProject> visible(Project project) {
        try {
            return at(project);
        } catch (AccessDeniedException3 e) {
            // Who may only discover an item is asked to log in elsewhere; here there is nothing to be seen.
            return Optional.empty();
        }
    }

    /** Records every project that an item is bound to. Looks at every item. */
    public static void record(Engine engine) {
        AsSystem.get(ProjectItems::bound).forEach(bound -> ProjectRecords.record(engine, bound));
    }

    private static Optional<BoundProject> at(Project project) {
        return RunningJenkins.item(project.name()).flatMap(BoundProject::of).filter(bound -> isBound(bound, project));
    }

    private static boolean isBound(BoundProject bound, Project project) {
        return ProjectIdentity.find(bound.item()).filter(project.id()::equals).isPresent();
    }

    /** The projects that items are bound to which the thread's user may see. Looks at every item. */
    public static List<BoundProject> bound() {
        List<BoundProject> found = new ArrayList<>();
        for (Item item : RunningJenkins.items()) {
            if (item instanceof Job || item instanceof AbstractFolder) {
                BoundProject.of(item).ifPresent(found::add);
            }
        }
        return found;
    }
}
