package io.jenkins.plugins.hades.jenkins.project;

import hudson.Extension;
import hudson.model.Job;
import jenkins.model.OptionalJobProperty;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Binds a project to a job. */
public final class ProjectJobProperty extends OptionalJobProperty<Job<?, ?>> {
    private final ProjectSettings settings;

    /** @param settings what is configured of the project */
    @DataBoundConstructor
    public ProjectJobProperty(ProjectSettings settings) {
        this.settings = settings;
    }

    /** What is configured of the project. */
    public ProjectSettings getSettings() {
        return settings;
    }

    /** Its form. */
    @Extension
    @Symbol("hadesProject")
    public static final class DescriptorImpl extends OptionalJobPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.ProjectProperty_displayName();
        }
    }
}
