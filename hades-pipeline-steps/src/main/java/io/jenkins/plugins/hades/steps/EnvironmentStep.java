package io.jenkins.plugins.hades.steps;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What all steps have that concern an environment of a project. */
public abstract class EnvironmentStep extends Step {
    private final String environment;
    private String project;

    /** @param environment the name of the environment */
    protected EnvironmentStep(String environment) {
        this.environment = Fields.given(environment).orElse("");
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

    /** The part of the form that all these steps have. */
    public abstract static class EnvironmentStepDescriptor extends StepDescriptor {
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
