package io.jenkins.plugins.hades.steps;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.credential.ItemCredentials;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.Upload;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Asks the engine for what a {@code hadesDeploy} step wants. Blocks on the store, and where a branch must be admitted on a server. */
final class Submission {
    private static final int RECENT = 50;

    private final Engine engine;
    private final Run<?, ?> run;
    private final DeployOrder order;
    private final String origin;
    private final Optional<FilePath> workspace;
    private final BooleanSupplier stopped;

    /**
     * @param node the step's id in its build, by which the operation is found again
     * @param workspace the folder in which the step runs, where it needs one and has one
     * @param stopped whether the step was told to stop
     */
    Submission(
            Engine engine,
            Run<?, ?> run,
            String node,
            DeployOrder order,
            Optional<FilePath> workspace,
            BooleanSupplier stopped) {
        this.engine = engine;
        this.run = run;
        this.order = order;
        this.workspace = workspace;
        this.stopped = stopped;
        this.origin = "step " + run.getParent().getFullName() + " #" + run.getNumber() + "/" + node;
    }

    /** The operation that this step has asked for already, if it has. */
    Optional<Operation> earlier() {
        StepEnvironment place = place();
        return engine.store().operations().list(Optional.of(place.environment().id()), 0, RECENT).stream()
                .filter(operation -> operation.origin().equals(origin))
                .findFirst();
    }

    /**
     * Sets the step's variables, and asks for the deployment.
     *
     * @param log receives what is done before there is an operation
     */
    Operation submit(Consumer<String> log) throws IOException, InterruptedException {
        order.check();
        StepEnvironment place = place();
        Optional<Operation> pushed = order.plain() ? PushedAlready.find(engine, run, place) : Optional.empty();
        if (pushed.isPresent()) {
            log.accept("Hades deploys this commit itself, as \"deploy-on-push\" says; following that deployment");
            return pushed.get();
        }
        if (order.config().isPresent()) {
            place.admit(
                    Optional.empty(),
                    log); // the usual config counts as well: a branch must not choose the one that admits it
        }
        List<String> changed = List.of();
        Map<String, String> values = Assignments.parse(order.env());
        if (!values.isEmpty()) {
            place.admit(order.config(), log);
            VariableChanges changes = new VariableChanges(
                    engine.store().variables(), place.environment().id(), false);
            values.forEach(changes::assign);
            changed = changes.apply(StepActor.of(run));
        }
        Optional<String> uploaded = order.fromWorkspace() ? Optional.of(upload(place, log)) : Optional.empty();
        track(place);
        return engine.submit(
                place.environment().id(), order.request(place.branch(), changed, uploaded), StepActor.of(run), origin);
    }

    /** A branch that the environment does not admit brings nothing to this machine. */
    private String upload(StepEnvironment place, Consumer<String> log) throws IOException, InterruptedException {
        place.admit(order.config(), log);
        FilePath folder = workspace.orElseThrow(() -> new HadesException(
                ErrorKind.BAD_INPUT,
                "Looking for the workspace to deploy from",
                "the step runs on no agent that is connected",
                "Put it into a node or a stage with an agent"));
        WorkspaceUpload source = new WorkspaceUpload(engine, folder, stopped);
        log.accept(order.archive().map(path -> "Uploading " + path).orElse("Uploading the workspace"));
        Upload upload = order.archive().isPresent()
                ? source.archive(
                        place.environment().projectId(), order.archive().get(), StepActor.of(run))
                : source.all(place.environment().projectId(), name(), StepActor.of(run));
        log.accept("Uploaded " + upload.name() + ", " + upload.bytes() + " bytes, sha256:" + upload.id());
        return upload.id();
    }

    private String name() {
        return run.getParent().getName() + "-" + run.getNumber() + ".tar.gz";
    }

    private StepEnvironment place() {
        return StepEnvironment.define(engine, run, order.project(), order.environment());
    }

    private void track(StepEnvironment place) {
        Fields.given(place.bound().settings().getCredentialsId())
                .flatMap(id -> ItemCredentials.find(place.bound().item(), id))
                .ifPresent(credential -> CredentialsProvider.track(run, credential));
    }
}
