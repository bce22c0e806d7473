package io.jenkins.plugins.hades.jenkins.project;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import hudson.Extension;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.StaplerRequest2;

/** Binds a project to a folder or a multibranch project. */
public final class ProjectFolderProperty extends AbstractFolderProperty<AbstractFolder<?>> {
    private final ProjectSettings settings;

    /** @param settings what is configured of the project */
    @DataBoundConstructor
    public ProjectFolderProperty(ProjectSettings settings) {
        this.settings = settings;
    }

    /** What is configured of the project. */
    public ProjectSettings getSettings() {
        return settings;
    }

    /** Its form. */
    @Extension
    @Symbol("hadesProject")
    public static final class DescriptorImpl extends AbstractFolderPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.ProjectProperty_displayName();
        }

        /** Makes the property, unless the form says that there is no project: then it gives {@code null}, as Jenkins wants it. */
        @Override
        public AbstractFolderProperty<?> newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            return form.optBoolean("specified") ? super.newInstance(request, form) : null;
        }
    }
}
