package io.jenkins.plugins.hades.steps;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.jenkins.project.ServerChoices;
import io.jenkins.plugins.hades.ssh.ServerRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code hadesDeploy}: deploys an environment and gives a map of what became of it. What is not given is taken from the environment's settings in
 * Jenkins, then from {@code hades.yml}.
 */
public final class HadesDeployStep extends EnvironmentStep {
    private String ref;
    private String archive;
    private boolean workspace;
    private String buildServer;
    private String deployServer;
    private List<String> env;
    private String config;
    private int timeout;

    /** @param environment the name of the environment */
    @DataBoundConstructor
    public HadesDeployStep(String environment) {
        super(environment);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new DeployExecution(context, new DeployOrder(this));
    }

    /** The branch, tag or commit; {@code null}: the environment's own. */
    public String getRef() {
        return ref;
    }

    /** Deploys this branch, tag or commit. */
    @DataBoundSetter
    public void setRef(String ref) {
        this.ref = Fields.orNull(ref);
    }

    /** The path in the workspace of an archive to deploy in place of a commit; {@code null} for none. */
    public String getArchive() {
        return archive;
    }

    /** Deploys this archive of the workspace. */
    @DataBoundSetter
    public void setArchive(String archive) {
        this.archive = Fields.orNull(archive);
    }

    /** Whether the files of the workspace are deployed in place of a commit. */
    public boolean isWorkspace() {
        return workspace;
    }

    /** Deploys the files of the workspace. */
    @DataBoundSetter
    public void setWorkspace(boolean workspace) {
        this.workspace = workspace;
    }

    /** The name of the build server; {@code null}: the configured one. */
    public String getBuildServer() {
        return buildServer;
    }

    /** Builds on this server. */
    @DataBoundSetter
    public void setBuildServer(String buildServer) {
        this.buildServer = Fields.orNull(buildServer);
    }

    /** The name of the deploy server; {@code null}: the configured one. */
    public String getDeployServer() {
        return deployServer;
    }

    /** Runs on this server. */
    @DataBoundSetter
    public void setDeployServer(String deployServer) {
        this.deployServer = Fields.orNull(deployServer);
    }

    /** Public variables to set first, each {@code NAME=value}; {@code null} for none. */
    public List<String> getEnv() {
        return env;
    }

    /** As {@link #getEnv}, one on each line, for the form. */
    public String getEnvText() {
        return StepForm.text(env);
    }

    /** Sets these variables first. */
    @DataBoundSetter
    public void setEnv(List<String> env) {
        this.env = env == null || env.isEmpty() ? null : List.copyOf(env);
    }

    /** The path of the project's config in its source; {@code null}: where it usually stands. */
    public String getConfig() {
        return config;
    }

    /** Reads the config from this path. */
    @DataBoundSetter
    public void setConfig(String config) {
        this.config = Fields.orNull(config);
    }

    /** After how many minutes the operation is given up; 0: after the usual time. */
    public int getTimeout() {
        return timeout;
    }

    /** Gives up after so many minutes. */
    @DataBoundSetter
    public void setTimeout(int timeout) {
        this.timeout = timeout;
    }

    /** Its form and its place in Pipelines. */
    @Extension
    public static final class DescriptorImpl extends EnvironmentStepDescriptor implements CustomDescribableModel {
        @Override
        public String getFunctionName() {
            return "hadesDeploy";
        }

        @Override
        public String getDisplayName() {
            return Messages.HadesDeployStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }

        /** Takes {@code env} as a map too. */
        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            Map<String, Object> listed = new LinkedHashMap<>(arguments);
            listed.computeIfPresent("env", (name, value) -> Assignments.asList(value));
            return listed;
        }

        @Override
        public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            return super.newInstance(request, StepForm.listed(form, "env"));
        }

        /** Checks that each line is an assignment. */
        @POST
        public FormValidation doCheckEnv(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForm.checkAssignments(item, value);
        }

        /** Checks that it is a number of minutes. */
        @POST
        public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForm.checkMinutes(item, value);
        }

        /** Offers the build servers that the job's projects may use. */
        @POST
        public ListBoxModel doFillBuildServerItems(@AncestorInPath Item item, @QueryParameter String buildServer) {
            return ServerChoices.of(Optional.ofNullable(item), ServerRole.BUILD, buildServer);
        }

        /** Offers the deploy servers that the job's projects may use. */
        @POST
        public ListBoxModel doFillDeployServerItems(@AncestorInPath Item item, @QueryParameter String deployServer) {
            return ServerChoices.of(Optional.ofNullable(item), ServerRole.DEPLOY, deployServer);
        }
    }
}
