package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.context.TimedContext;
import io.jenkins.plugins.hades.error.HadesException;
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
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings a pending environment to rest after its operation failed or was lost: what served before serves again if that can be done, and the status
 * tells how it is. What cannot be put right is told by the status; only a store that does not answer makes {@link #settle} throw.
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
                    Unfinished.NOTHING,
                    job.run().writer().shown(Failures.text(thrown)));
        } catch (RuntimeException e) {
            thrown.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Settles the environment if it is pending.
     *
     * @param unfinished how far the operation had come, if its process died
     * @param why is told where nothing serves
     */
    void settle(
            Project project,
            UUID environmentId,
            String token,
            OperationLogs.Writer log,
            Unfinished unfinished,
            String why) {
        Environment environment = store.environments().find(environmentId).orElseThrow();
        if (!environment.status().pending()) {
            return;
        }
        try (TimedContext context = timed(environment, token, log)) {
            settle(project, environment, unfinished, context, why);
        }
    }

    /** A daemon that does not answer must not hold up the start of Hades for ever. */
    private static TimedContext timed(Environment environment, String token, OperationLogs.Writer log) {
        return new TimedContext(
                new SettlingContext(token, log),
                SettlingContext.TIME,
                "Putting environment " + environment.name() + " right",
                "See that its server and its Docker answer, then deploy again");
    }

    private void settle(
            Project project, Environment environment, Unfinished unfinished, OperationContext context, String why) {
        try {
            switch (environment.status()) {
                case CLEANUP_PENDING -> to(environment, EnvironmentStatus.CLEANUP_FAILED, Optional.empty(), why);
                default -> serveAgain(project, environment, unfinished, context, why);
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

    private void serveAgain(
            Project project, Environment environment, Unfinished unfinished, OperationContext context, String why)
            throws InterruptedException {
        Optional<Release> serving = served(environment);
        Optional<Release> tried = unfinished.tried().filter(release -> serving.filter(
                        other -> other.number() == release.number())
                .isEmpty());
        if (tried.isPresent() && finish(project, environment, tried.get(), context)) {
            return;
        }
        if (serving.isEmpty()) {
            if (tried.isPresent()) {
                clear(project, environment, tried.get(), context);
            }
            failed(environment, why);
            return;
        }
        Target target = targets.get(serving.get().target());
        RunPlan plan = plans.of(project, environment, serving.get(), context);
        if (unfinished.lastStep().isPresent()) {
            target.awaitQuiet(plan, unfinished.lastStep().get(), context);
        }
        CheckResult result = target.check(plan, context);
        if (result.reason().isPresent()) {
            context.step("Bring release " + serving.get().number() + " back");
            context.log(result.detail());
            bring(environment, serving.get(), target, plan, context);
        } else if (tried.isPresent()) {
            tidy(tried.get(), target, plan, context);
        }
        context.log("Release " + serving.get().number() + " serves.");
        to(environment, EnvironmentStatus.RUNNING, Optional.empty(), "");
    }

    /** The release that served before; what is created, or restored from an archive, follows none. */
    private Optional<Release> served(Environment environment) {
        return environment.release() == 0 || environment.status() == EnvironmentStatus.CREATE_PENDING
                ? Optional.empty()
                : store.releases().find(environment.id(), environment.release());
    }

    /** Goes on with a release that had proved healthy, as what served before may be half removed; false if it had not, or cannot be gone on with. */
    private boolean finish(Project project, Environment environment, Release release, OperationContext context)
            throws InterruptedException {
        Target target = targets.get(release.target());
        RunPlan plan = plans.of(project, environment, release, context);
        try {
            if (!target.proved(plan, context)) {
                return false;
            }
            context.step("Finish the change to release " + release.number());
            bring(environment, release, target, plan, context);
        } catch (HadesException e) {
            context.log("Release " + release.number() + " is given up: " + Failures.text(e));
            return false;
        }
        context.log("Release " + release.number() + " serves.");
        to(environment, EnvironmentStatus.RUNNING, Optional.empty(), "");
        return true;
    }

    private void bring(Environment environment, Release release, Target target, RunPlan plan, OperationContext context)
            throws InterruptedException {
        Running running = target.update(plan, context);
        store.environments().serving(environment.id(), release.number(), running.url());
    }

    /** Takes away what was half made beside the release that serves, as the target does when it is told to run what runs already. */
    private static void tidy(Release tried, Target target, RunPlan serving, OperationContext context)
            throws InterruptedException {
        context.step("Remove what was made of release " + tried.number());
        try {
            target.update(serving, context);
        } catch (HadesException e) {
            context.log("It could not be removed, which the next deployment tries again: " + Failures.text(e));
        }
    }

    /** Takes away what was half made of the first release, so that nothing runs that no status tells of. */
    private void clear(Project project, Environment environment, Release release, OperationContext context)
            throws InterruptedException {
        context.step("Remove what was made of release " + release.number());
        targets.get(release.target()).archive(plans.of(project, environment, release, context), context);
    }

    private void failed(Environment environment, String why) {
        to(environment, EnvironmentStatus.FAILURE, Optional.of(FailureReason.GENERIC), why);
    }

    private void to(Environment environment, EnvironmentStatus status, Optional<FailureReason> reason, String detail) {
        store.environments().transition(environment.id(), status, reason, detail);
    }
}
