package io.jenkins.plugins.hades.jenkins.project;

import hudson.Extension;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.model.Names;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An environment with servers of its own. */
public final class EnvironmentSettings extends ServersSettings<EnvironmentSettings> {
    private final String name;

    /** @param name the environment's name */
    @DataBoundConstructor
    public EnvironmentSettings(String name) {
        this.name = Fields.given(name).orElse("");
    }

    /** The environment's name. */
    public String getName() {
        return name;
    }

    /** Its form. */
    @Extension
    public static final class DescriptorImpl extends ServersSettingsDescriptor<EnvironmentSettings> {
        @Override
        public String getDisplayName() {
            return Messages.EnvironmentSettings_displayName();
        }

        /** Checks that an environment may bear the name. */
        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.check(item);
            try {
                Names.environment(Fields.given(value).orElse(""));
                return FormValidation.ok();
            } catch (HadesException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
