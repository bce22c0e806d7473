package io.jenkins.plugins.hades.steps;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.Secret;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.jenkins.service.HadesService;
import io.jenkins.plugins.hades.model.Names;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** A running {@code hadesSetEnv}: work of seconds, that a restart of the controller would end. All variables change, or none. */
final class SetEnvExecution extends SynchronousNonBlockingStepExecution<Void> {
    private static final long serialVersionUID = 1L;

    private final transient HadesSetEnvStep step;

    SetEnvExecution(StepContext context, HadesSetEnvStep step) {
        super(context);
        this.step = step;
    }

    @Override
    protected Void run() throws IOException, InterruptedException {
        try {
            change(getContext().get(Run.class), getContext().get(TaskListener.class));
            return null;
        } catch (HadesException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private void change(Run<?, ?> run, TaskListener listener) throws InterruptedException {
        Engine engine = HadesService.get().engine();
        StepEnvironment place =
                StepEnvironment.define(engine, run, Fields.given(step.getProject()), step.getEnvironment());
        place.admit(Optional.empty(), listener.getLogger()::println);
        VariableChanges changes = new VariableChanges(
                engine.store().variables(), place.environment().id(), step.isBuild());
        Assignments.parse(given(step.getSet())).forEach(changes::assign);
        given(step.getUnset()).forEach(name -> changes.unset(Names.variable(name)));
        given(step.getSecret())
                .forEach(variable -> changes.assignSecret(
                        Names.variable(variable.getName()), secret(run, variable.getCredentialsId())));
        List<String> changed = changes.apply(StepActor.of(run));
        listener.getLogger()
                .println(
                        changed.isEmpty()
                                ? "Nothing changed in the variables of "
                                        + place.environment().name()
                                : "Changed in " + place.environment().name() + ": " + String.join(", ", changed)
                                        + "; it applies with the next deployment");
    }

    private static String secret(Run<?, ?> run, String credentialsId) {
        StandardCredentials credential = Optional.ofNullable(CredentialsProvider.findCredentialById(
                        credentialsId, StandardCredentials.class, run, List.of()))
                .orElseThrow(() -> unfit(credentialsId, "there is none that this build may use"));
        CredentialsProvider.track(run, credential);
        if (credential instanceof StringCredentials text) {
            return Secret.toString(text.getSecret());
        }
        if (credential instanceof StandardUsernamePasswordCredentials login) {
            return Secret.toString(login.getPassword());
        }
        throw unfit(credentialsId, "it is neither a secret text nor a user name with password");
    }

    private static HadesException unfit(String credentialsId, String reason) {
        return new HadesException(
                ErrorKind.BAD_INPUT,
                "Reading credential \"" + credentialsId + "\"",
                reason,
                "Name a secret text, or a user name with password, of the job's folder or the controller");
    }

    private static <T> List<T> given(List<T> list) {
        return Optional.ofNullable(list).orElse(List.of());
    }
}
