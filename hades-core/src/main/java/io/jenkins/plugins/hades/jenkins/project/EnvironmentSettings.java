package io.jenkins.plugins.hades.jenkins.project;

import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.engine.ServerChoice;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.model.Names;
import io.jenkins.plugins.hades.ssh.ServerRole;
import java.util.Optional;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An environment with servers of its own. */
public final class EnvironmentSettings implements Describable<EnvironmentSettings> {
    private final String name;
    private String buildServer;
    private String deployServer;

    /** @param name the environment's name */
    @DataBoundConstructor
    public EnvironmentSettings(String name) {
        this.name = Fields.given(name).orElse("");
    }

    ServerChoice servers() {
        return new ServerChoice(Fields.given(buildServer), Fields.given(deployServer));
    }

    /** The environment's name. */
    public String getName() {
        return name;
    }

    /** The name of the server to build on; {@code null}: the project's. */
    public String getBuildServer() {
        return buildServer;
    }

    /** Builds on this server. */
    @DataBoundSetter
    public void setBuildServer(String buildServer) {
        this.buildServer = Fields.orNull(buildServer);
    }

    /** The name of the server to run on; {@code null}: the project's. */
    public String getDeployServer() {
        return deployServer;
    }

    /** Runs on this server. */
    @DataBoundSetter
    public void setDeployServer(String deployServer) {
        this.deployServer = Fields.orNull(deployServer);
    }

    /** Its form. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<EnvironmentSettings> {
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

        /** Offers the build servers that the item's project may use. */
        @POST
        public ListBoxModel doFillBuildServerItems(@AncestorInPath Item item, @QueryParameter String buildServer) {
            return ServerChoices.of(Optional.ofNullable(item), ServerRole.BUILD, buildServer);
        }

        /** Offers the deploy servers that the item's project may use. */
        @POST
        public ListBoxModel doFillDeployServerItems(@AncestorInPath Item item, @QueryParameter String deployServer) {
            return ServerChoices.of(Optional.ofNullable(item), ServerRole.DEPLOY, deployServer);
        }
    }
}
