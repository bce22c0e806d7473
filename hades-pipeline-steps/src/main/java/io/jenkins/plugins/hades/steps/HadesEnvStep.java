package io.jenkins.plugins.hades.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code hadesEnv}: runs its body with the run variables of an environment; the values of secret ones are masked in the log. */
public final class HadesEnvStep extends Step {
    private final String environment;
    private String project;

    /** @param environment the name of the environment */
    @DataBoundConstructor
    public HadesEnvStep(String environment) {
        this.environment = Util.fixNull(environment);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new EnvExecution(context, Fields.given(project), environment);
    }

    /** The name of the environment. */
    public String getEnvironment() {
        return environment;
    }

    /** The full name or the name of the item that the project is bound to; {@code null} where only one can be meant. */
    public String getProject() {
        return project;
    }

    /** Means this project. */
    @DataBoundSetter
    public void setProject(String project) {
        this.project = Fields.orNull(project);
    }

    /** Its form and its place in Pipelines. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "hadesEnv";
        }

        @Override
        public String getDisplayName() {
            return Messages.HadesEnvStep_displayName();
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        @Override
        public Set<? extends Class<?>> getProvidedContext() {
            return Set.of(EnvVars.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            return String.valueOf(namedArgs.get("environment"));
        }

        /** Checks that an environment may bear the name. */
        @POST
        public FormValidation doCheckEnvironment(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForm.checkEnvironment(item, value);
        }

        /** Offers the projects that the job's builds reach. */
        @POST
        public ListBoxModel doFillProjectItems(@AncestorInPath Item item, @QueryParameter String project) {
            return StepForm.projects(item, project);
        }
    }
}
