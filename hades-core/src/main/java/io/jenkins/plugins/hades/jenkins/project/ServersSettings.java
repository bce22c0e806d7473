package io.jenkins.plugins.hades.jenkins.project;

import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.engine.ServerChoice;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.ssh.ServerRole;
import java.util.Optional;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * Settings that choose servers.
 *
 * @param <T> what they are settings of
 */
public abstract class ServersSettings<T extends ServersSettings<T>> implements Describable<T> {
    private String buildServer;
    private String deployServer;

    ServerChoice servers() {
        return new ServerChoice(Fields.given(buildServer), Fields.given(deployServer));
    }

    /** The name of the server to build on; {@code null} if it is chosen elsewhere. */
    public String getBuildServer() {
        return buildServer;
    }

    /** Builds on this server. */
    @DataBoundSetter
    public void setBuildServer(String buildServer) {
        this.buildServer = Fields.orNull(buildServer);
    }

    /** The name of the server to run on; {@code null} if it is chosen elsewhere. */
    public String getDeployServer() {
        return deployServer;
    }

    /** Runs on this server. */
    @DataBoundSetter
    public void setDeployServer(String deployServer) {
        this.deployServer = Fields.orNull(deployServer);
    }

    /**
     * The part of the form that chooses the servers.
     *
     * @param <T> what it is the form of
     */
    public abstract static class ServersSettingsDescriptor<T extends ServersSettings<T>> extends Descriptor<T> {
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
