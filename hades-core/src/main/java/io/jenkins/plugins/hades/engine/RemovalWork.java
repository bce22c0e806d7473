package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Target;
import io.jenkins.plugins.hades.target.Targets;
import java.util.Optional;

/** Takes an environment away: archives it, cleans up what the archive keeps, or both. */
final class RemovalWork implements Work {
    private final Store store;
    private final Targets targets;
    private final Plans plans;
    private final Settlement settlement;

    RemovalWork(Store store, Targets targets, Plans plans, Settlement settlement) {
        this.store = store;
        this.targets = targets;
        this.plans = plans;
        this.settlement = settlement;
    }

    @Override
    public String perform(Job job) throws InterruptedException {
        try {
            return switch (job.request().kind()) {
                case ARCHIVE -> archive(job);
                case CLEANUP -> cleanup(job);
                case DESTROY -> destroy(job);
                default ->
                    throw new IllegalArgumentException(
                            "not a removal: " + job.request().kind());
            };
        } catch (RuntimeException | InterruptedException e) {
            settlement.afterFailure(job, e);
            throw e;
        }
    }

    private String archive(Job job) throws InterruptedException {
        Release release = Deployed.release(job, "Archiving", EnvironmentStatus.ARCHIVE_PENDING);
        job.run().step("Archive");
        to(job, EnvironmentStatus.ARCHIVE_PENDING);
        Target target = targets.get(release.target());
        RunPlan plan = plans.of(job.project(), job.environment(), release, job.run());
        target.archive(plan, job.run());
        if (!target.archiveCheck(plan, job.run())) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    "Archiving environment " + job.environment().name(),
                    "something of it still runs on server " + release.deployServer(),
                    "Look at the server, then archive again");
        }
        to(job, EnvironmentStatus.ARCHIVED);
        return "Archived; release " + release.number() + " can be restored.";
    }

    private String cleanup(Job job) throws InterruptedException {
        Environment now = store.environments().find(job.environment().id()).orElseThrow();
        if (!now.status().next().contains(EnvironmentStatus.CLEANUP_PENDING)) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    "Cleaning up environment " + now.name(),
                    "its status is " + now.status(),
                    "Archive it first");
        }
        job.run().step("Clean up");
        Release release = Deployed.release(job, "Cleaning up");
        to(job, EnvironmentStatus.CLEANUP_PENDING);
        RunPlan plan = plans.of(job.project(), job.environment(), release, job.run());
        targets.get(release.target()).cleanup(plan, job.run());
        to(job, EnvironmentStatus.GONE);
        return "Removed, with its volumes and networks on server " + release.deployServer() + ".";
    }

    private String destroy(Job job) throws InterruptedException {
        EnvironmentStatus status = job.environment().status();
        if (status == EnvironmentStatus.DEFINED) {
            to(job, EnvironmentStatus.GONE);
            return "Removed; it was never deployed.";
        }
        Optional<Release> newest =
                store.releases().list(job.environment().id(), 1).stream().findFirst();
        Job complete = job.current().isPresent()
                ? job
                : new Job(job.run(), job.project(), job.environment(), job.definition(), newest);
        if (status != EnvironmentStatus.ARCHIVED && status != EnvironmentStatus.CLEANUP_FAILED) {
            archive(complete);
        }
        return cleanup(complete);
    }

    private void to(Job job, EnvironmentStatus status) {
        store.environments().transition(job.environment().id(), status, Optional.empty(), "");
    }
}
