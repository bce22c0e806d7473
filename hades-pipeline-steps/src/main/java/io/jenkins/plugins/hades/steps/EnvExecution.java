package io.jenkins.plugins.hades.steps;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.service.HadesService;
import java.io.IOException;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** A running {@code hadesEnv}. While its body runs, a restart changes nothing: the body goes on with the values it began with. */
final class EnvExecution extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;

    private final String project;
    private final String environment;

    EnvExecution(StepContext context, Optional<String> project, String environment) {
        super(context);
        this.project = project.orElse(null);
        this.environment = environment;
    }

    @Override
    public boolean start() {
        run(this::begin);
        return false;
    }

    private void begin() throws IOException, InterruptedException {
        RunVariables variables;
        try {
            variables = read(getContext().get(Run.class), getContext().get(TaskListener.class));
        } catch (HadesException e) {
            throw new AbortException(e.getMessage());
        }
        BodyExecution unused = getContext()
                .newBodyInvoker()
                .withContexts(
                        EnvironmentExpander.merge(getContext().get(EnvironmentExpander.class), variables.expander()),
                        TaskListenerDecorator.merge(getContext().get(TaskListenerDecorator.class), variables.masking()))
                .withCallback(BodyExecutionCallback.wrap(getContext()))
                .start();
    }

    private RunVariables read(Run<?, ?> run, TaskListener listener) throws InterruptedException {
        StepEnvironment place =
                StepEnvironment.find(HadesService.get().engine(), run, Optional.ofNullable(project), environment);
        place.admit(Optional.empty(), listener.getLogger()::println);
        return RunVariables.of(place);
    }
}
