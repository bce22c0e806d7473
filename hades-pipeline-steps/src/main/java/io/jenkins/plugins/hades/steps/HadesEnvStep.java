package io.jenkins.plugins.hades.steps;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code hadesEnv}: runs its body with the run variables of an environment; the values of secret ones are masked in the log. */
public final class HadesEnvStep extends EnvironmentStep {
    /** @param environment the name of the environment */
    @DataBoundConstructor
    public HadesEnvStep(String environment) {
        super(environment);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new EnvExecution(context, Fields.given(getProject()), getEnvironment());
    }

    /** Its form and its place in Pipelines. */
    @Extension
    public static final class DescriptorImpl extends EnvironmentStepDescriptor {
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
    }
}
