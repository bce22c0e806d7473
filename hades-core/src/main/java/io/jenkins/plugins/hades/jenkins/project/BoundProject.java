package io.jenkins.plugins.hades.jenkins.project;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.hades.model.Project;
import java.util.Optional;
import jenkins.scm.api.SCMHead;

/**
 * A project and the item that it is bound to. Reads a small file of the item when its identity is asked for.
 *
 * @param item a folder, a multibranch project or a job
 * @param settings what is configured of the project there
 */
public record BoundProject(Item item, ProjectSettings settings) {
    /**
     * The project that is bound to this very item, if one is. What a branch's own job has does not count: its Jenkinsfile can write that, and what is
     * configured of a project is trusted.
     */
    public static Optional<BoundProject> of(Item item) {
        if (SCMHead.HeadByItem.findHead(item) != null) {
            return Optional.empty();
        }
        return settings(item).map(settings -> new BoundProject(item, settings));
    }

    /** The project; gets its identity now if it never had one. */
    public Project project() {
        return new Project(ProjectIdentity.ensure(item), item.getFullName());
    }

    private static Optional<ProjectSettings> settings(Item item) {
        if (item instanceof Job<?, ?> job) {
            return Optional.ofNullable(job.getProperty(ProjectJobProperty.class))
                    .flatMap(property -> Optional.ofNullable(property.getSettings()));
        }
        if (item instanceof AbstractFolder<?> folder) {
            return Optional.ofNullable(folder.getProperties().get(ProjectFolderProperty.class))
                    .flatMap(property -> Optional.ofNullable(property.getSettings()));
        }
        return Optional.empty();
    }
}
