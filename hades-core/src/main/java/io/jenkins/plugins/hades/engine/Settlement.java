package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.FailureReason;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.oplog.OperationLogs;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.target.CheckResult;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Target;
import io.jenkins.plugins.hades.target.Targets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings a pending environment to rest after its operation failed or was lost: what served before serves again if that can be done, and the status
 * tells how it is. Never throws: what cannot be put right is told by the status.
 */
final class Settlement {
    private static final Logger LOGGER = Logger.getLogger(Settlement.class.getName());

    private final Store store;
    private final Targets targets;
    private final Plans plans;

    Settlement(Store store, Targets targets, Plans plans) {
        this.store = store;
        this.targets = targets;
        this.plans = plans;
    }

    /** After a verb failed; {@code thrown} is why. A process that ends leaves it to the next one. */
    void afterFailure(Job job, Exception thrown) {
        if (job.run().signal().reason().filter(StopReason.SHUTDOWN::equals).isPresent()) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            settle(
                    job.project(),
                    job.environment().id(),
                    job.run().token(),
                    job.run().writer(),
                    Failures.text(thrown));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Settles the environment if it is pending; {@code why} is told where nothing serves. */
    void settle(Project project, java.util.UUID environmentId, String token, OperationLogs.Writer log, String why) {
        Environment environment = store.environments().find(environmentId).orElseThrow();
        if (!environment.status().pending()) {
            return;
        }
        OperationContext context = new SettlingContext(token, log);
        try {
            switch (environment.status()) {
                case CLEANUP_PENDING -> to(environment, EnvironmentStatus.CLEANUP_FAILED, Optional.empty(), why);
                default -> serveAgain(project, environment, context, why);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(environment, why);
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "Environment " + environment.name() + " of " + project.name() + " could not be put right");
            context.log("What served before could not be brought back: " + Failures.text(e));
            failed(environment, why);
        }
    }

    private void serveAgain(Project project, Environment environment, OperationContext context, String why)
            throws InterruptedException {
        Optional<Release> serving = environment.release() == 0
                ? Optional.empty()
                : store.releases().find(environment.id(), environment.release());
        if (serving.isEmpty()) {
            failed(environment, why);
            return;
        }
        Target target = targets.get(serving.get().target());
        RunPlan plan = plans.of(project, environment, serving.get(), context);
        CheckResult result = target.check(plan, context);
        if (result.reason().isPresent()) {
            context.step("Bring release " + serving.get().number() + " back");
            context.log(result.detail());
            Running running = target.update(plan, context);
            store.environments().serving(environment.id(), serving.get().number(), running.url());
        }
        context.log("Release " + serving.get().number() + " serves.");
        to(environment, EnvironmentStatus.RUNNING, Optional.empty(), "");
    }

    private void failed(Environment environment, String why) {
        to(environment, EnvironmentStatus.FAILURE, Optional.of(FailureReason.GENERIC), why);
    }

    private void to(Environment environment, EnvironmentStatus status, Optional<FailureReason> reason, String detail) {
        if (environment.status() == EnvironmentStatus.ARCHIVE_PENDING && status == EnvironmentStatus.RUNNING) {
            store.environments()
                    .transition(
                            environment.id(), EnvironmentStatus.FAILURE, Optional.of(FailureReason.GENERIC), detail);
        }
        store.environments().transition(environment.id(), status, reason, detail);
    }
}
