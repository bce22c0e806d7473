package io.jenkins.plugins.hades.ui;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.hades.jenkins.access.HadesPermissions;
import io.jenkins.plugins.hades.jenkins.project.BoundProject;
import io.jenkins.plugins.hades.jenkins.project.ReachableProjects;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** The deployments of the nearest project of an item, as a page of the item: on what the project is bound to, and on all below it. */
public final class ProjectTab extends Page implements Action {
    static final String ICON = "symbol-rocket-outline plugin-ionicons-api";

    private final Item item;
    private final BoundProject bound;

    ProjectTab(Item item, BoundProject bound) {
        this.item = item;
        this.bound = bound;
    }

    /** The item whose side panel is shown. */
    public Item getItem() {
        return item;
    }

    @Override
    public String getIconFileName() {
        return ICON;
    }

    @Override
    public String getDisplayName() {
        return Messages.ProjectTab_DisplayName();
    }

    @Override
    public String getUrlName() {
        return "hades";
    }

    @Override
    public String getKind() {
        return "project";
    }

    @Override
    public String getTitle() {
        return item.getFullDisplayName() + " " + getDisplayName();
    }

    @Override
    public String getProject() {
        return bound.project().id().toString();
    }

    /** Called for every page of an item, so that it looks at nothing but properties that are in memory. */
    private static Collection<? extends Action> of(Item item) {
        List<BoundProject> reachable = new ReachableProjects(item).all();
        return reachable.stream()
                .limit(1)
                .filter(bound -> bound.item().hasPermission(HadesPermissions.VIEW))
                .map(bound -> new ProjectTab(item, bound))
                .toList();
    }

    /** Adds it to jobs. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class OfJobs extends TransientActionFactory<Job> {
        @Override
        public Class<Job> type() {
            return Job.class;
        }

        @Override
        public Class<? extends Action> actionType() {
            return ProjectTab.class;
        }

        @Override
        public Collection<? extends Action> createFor(Job job) {
            return of(job);
        }
    }

    /** Adds it to folders and multibranch projects. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class OfFolders extends TransientActionFactory<AbstractFolder> {
        @Override
        public Class<AbstractFolder> type() {
            return AbstractFolder.class;
        }

        @Override
        public Class<? extends Action> actionType() {
            return ProjectTab.class;
        }

        @Override
        public Collection<? extends Action> createFor(AbstractFolder folder) {
            return of(folder);
        }
    }
}
