package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.store.Store;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Works on one claimed operation from its beginning to its recorded end. */
final class Runner {
    private static final Logger LOGGER = Logger.getLogger(Runner.class.getName());

    private final Store store;
    private final Directory directory;
    private final Works works;

    Runner(Store store, Directory directory, Works works) {
        this.store = store;
        this.directory = directory;
        this.works = works;
    }

    /** Blocks until the operation has ended. Throws nothing: the operation tells what became of it. */
    void run(OperationRun run) {
        try {
            String outcome = works.of(run.operation().request().kind()).perform(job(run));
            finish(run, OperationStatus.SUCCEEDED, outcome);
        } catch (InterruptedException e) {
            stopped(run);
        } catch (RuntimeException | Error e) {
            if (run.signal().reason().isPresent()) {
                stopped(run);
            } else {
                if (!(e instanceof HadesException)) {
                    LOGGER.log(
                            Level.SEVERE,
                            e,
                            () -> "Operation " + run.operation().id() + " met a defect");
                }
                fail(run, Failures.kind(e), Failures.text(e));
            }
        }
    }

    private void stopped(OperationRun run) {
        StopReason reason = run.signal().reason().orElse(StopReason.SHUTDOWN);
        switch (reason) {
            case CANCELLED -> finish(run, OperationStatus.CANCELLED, "Cancelled by " + canceller(run) + ".");
            case TIMED_OUT ->
                fail(
                        run,
                        ErrorKind.TIMED_OUT,
                        "Given up: it took longer than "
                                + run.operation().request().timeout().toSeconds() + " s.");
            case SHUTDOWN -> run.log("This process of Hades ends; the next one settles the operation.");
        }
    }

    private String canceller(OperationRun run) {
        return store.operations()
                .find(run.operation().id())
                .flatMap(Operation::cancelRequested)
                .orElse("somebody");
    }

    private void finish(OperationRun run, OperationStatus status, String outcome) {
        store.operations().end(run.operation().id(), status, told(run, outcome));
    }

    private void fail(OperationRun run, ErrorKind failure, String outcome) {
        store.operations().fail(run.operation().id(), failure, told(run, outcome));
    }

    /** Ends the log with the outcome, and gives the outcome as it may be kept: it can hold what was written on servers. */
    private static String told(OperationRun run, String outcome) {
        String shown = run.writer().shown(outcome);
        ("== " + shown).lines().forEach(run::log);
        String problem = run.writer().shown(run.writer().problem());
        return problem.isEmpty()
                ? shown
                : shown + (shown.indexOf('\n') < 0 ? " " : "\n") + "Its log is incomplete: " + problem + ".";
    }

    private Job job(OperationRun run) {
        Environment environment = store.environments()
                .find(run.operation().environmentId())
                .orElseThrow(() -> gone(run, "the environment does not exist"));
        Project project = store.projects()
                .find(environment.projectId())
                .orElseThrow(() -> gone(run, "the project does not exist"));
        Optional<Release> current = environment.release() == 0
                ? Optional.empty()
                : store.releases().find(environment.id(), environment.release());
        return new Job(run, project, environment, directory.definition(project), current);
    }

    private static HadesException gone(OperationRun run, String reason) {
        return new HadesException(
                ErrorKind.NOT_FOUND, "Operation " + run.operation().id(), reason, "");
    }
}
