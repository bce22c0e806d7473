package io.jenkins.plugins.hades.steps;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** {@code hadesSetEnv}: changes the variables of an environment, for its next deployment. */
public final class HadesSetEnvStep extends EnvironmentStep {
    private List<String> set;
    private List<String> unset;
    private List<SecretVariable> secret;
    private boolean build;

    /** @param environment the name of the environment */
    @DataBoundConstructor
    public HadesSetEnvStep(String environment) {
        super(environment);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new SetEnvExecution(context, this);
    }

    /** Public variables to set, each {@code NAME=value}; {@code null} for none. */
    public List<String> getSet() {
        return set;
    }

    /** As {@link #getSet}, one on each line, for the form. */
    public String getSetText() {
        return StepForm.text(set);
    }

    /** Sets these public variables. */
    @DataBoundSetter
    public void setSet(List<String> set) {
        this.set = set == null || set.isEmpty() ? null : List.copyOf(set);
    }

    /** Names of variables to remove; {@code null} for none. */
    public List<String> getUnset() {
        return unset;
    }

    /** As {@link #getUnset}, one on each line, for the form. */
    public String getUnsetText() {
        return StepForm.text(unset);
    }

    /** Removes these variables. */
    @DataBoundSetter
    public void setUnset(List<String> unset) {
        this.unset = unset == null || unset.isEmpty() ? null : List.copyOf(unset);
    }

    /** Secret variables to set from credentials; {@code null} for none. */
    public List<SecretVariable> getSecret() {
        return secret;
    }

    /** Sets these secret variables. */
    @DataBoundSetter
    public void setSecret(List<SecretVariable> secret) {
        this.secret = secret == null || secret.isEmpty() ? null : List.copyOf(secret);
    }

    /** Whether the variables that are set are given to the build too. */
    public boolean isBuild() {
        return build;
    }

    /** Gives the variables that are set to the build too. */
    @DataBoundSetter
    public void setBuild(boolean build) {
        this.build = build;
    }

    /** Its form and its place in Pipelines. */
    @Extension
    public static final class DescriptorImpl extends EnvironmentStepDescriptor implements CustomDescribableModel {
        @Override
        public String getFunctionName() {
            return "hadesSetEnv";
        }

        @Override
        public String getDisplayName() {
            return Messages.HadesSetEnvStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        /** Takes {@code set} as a map too, and {@code secret} as a map of names and credentials. */
        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            Map<String, Object> listed = new LinkedHashMap<>(arguments);
            listed.computeIfPresent("set", (name, value) -> Assignments.asList(value));
            listed.computeIfPresent("unset", (name, value) -> Assignments.asList(value));
            listed.computeIfPresent("secret", (name, value) -> SecretArguments.asList(value));
            return listed;
        }

        /** Shows {@code secret} as a map. */
        @Override
        public UninstantiatedDescribable customUninstantiate(UninstantiatedDescribable step) {
            Map<String, Object> shown = new LinkedHashMap<>(step.getArguments());
            shown.computeIfPresent("secret", (name, value) -> SecretArguments.asMap(value));
            return step.withArguments(shown);
        }

        @Override
        public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            return super.newInstance(request, StepForm.listed(StepForm.listed(form, "set"), "unset"));
        }

        /** Checks that each line is an assignment. */
        @POST
        public FormValidation doCheckSet(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForm.checkAssignments(item, value);
        }

        /** Checks that each line is a name. */
        @POST
        public FormValidation doCheckUnset(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForm.checkNames(item, value);
        }
    }
}
