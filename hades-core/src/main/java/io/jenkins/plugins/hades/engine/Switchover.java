package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Target;
import io.jenkins.plugins.hades.target.Targets;
import java.util.Optional;

/**
 * The stage in which an environment changes. The environment is pending exactly while this is at work; when it fails, what served before is put
 * right before the failure is told.
 */
final class Switchover {
    private final Store store;
    private final Targets targets;
    private final Plans plans;
    private final Settlement settlement;

    Switchover(Store store, Targets targets, Plans plans, Settlement settlement) {
        this.store = store;
        this.targets = targets;
        this.plans = plans;
        this.settlement = settlement;
    }

    /** Brings the environment to this release: creates it, or updates it. */
    Running to(Job job, Release release) throws InterruptedException {
        boolean first = job.current().isEmpty() || job.environment().status() == EnvironmentStatus.ARCHIVED;
        return change(job, release, first ? Target::create : Target::update);
    }

    /** Applies a verb with this release's plan. */
    Running change(Job job, Release release, Change verb) throws InterruptedException {
        job.run().step("Run release " + release.number());
        Target target = targets.get(release.target());
        RunPlan plan = plans.of(job.project(), job.environment(), release, job.run());
        target.configCheck(plan, job.run());
        Environment environment = store.environments()
                .transition(job.environment().id(), pending(job.environment().status()), Optional.empty(), "");
        try {
            Running running = verb.apply(target, plan, job.run());
            store.environments().serving(environment.id(), release.number(), running.url());
            store.environments().transition(environment.id(), EnvironmentStatus.RUNNING, Optional.empty(), "");
            return running;
        } catch (RuntimeException | InterruptedException e) {
            settlement.afterFailure(job, e);
            throw e;
        }
    }

    private static EnvironmentStatus pending(EnvironmentStatus status) {
        return status == EnvironmentStatus.DEFINED || status == EnvironmentStatus.ARCHIVED
                ? EnvironmentStatus.CREATE_PENDING
                : EnvironmentStatus.UPDATE_PENDING;
    }
}
