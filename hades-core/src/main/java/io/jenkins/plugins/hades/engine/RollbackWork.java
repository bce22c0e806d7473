package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.target.Artifacts;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Targets;
import java.util.Optional;

/** Re-applies an older release: its artifact, its variables, its settings; nothing is built. */
final class RollbackWork implements Work {
    private static final int LOOK_BACK = 100;

    private final Store store;
    private final Servers servers;
    private final Targets targets;
    private final Switchover switchover;
    private final ArtifactUse use;

    RollbackWork(Store store, Servers servers, Targets targets, Switchover switchover, ArtifactUse use) {
        this.store = store;
        this.servers = servers;
        this.targets = targets;
        this.switchover = switchover;
        this.use = use;
    }

    @Override
    public String perform(Job job) throws InterruptedException {
        job.run().step("Choose release");
        Release release = wanted(job);
        job.run()
                .log("Going back to release " + release.number() + " ("
                        + release.revision().label() + ")");
        ArtifactUse.Hold hold = use.using(job.project().id());
        try {
            bring(job, release);
            if (release.number() != job.environment().release()) {
                store.operations().applies(job.run().operation().id(), release.number());
            }
            Running running = switchover.to(job, release);
            return Outcomes.serves(release, running);
        } finally {
            hold.release();
        }
    }

    private Release wanted(Job job) {
        if (job.request().release().isPresent()) {
            int number = job.request().release().getAsInt();
            return store.releases()
                    .find(job.environment().id(), number)
                    .orElseThrow(() -> new HadesException(
                            ErrorKind.NOT_FOUND,
                            "Going back to release " + number + " of environment "
                                    + job.environment().name(),
                            "there is no such release",
                            "Look at its releases"));
        }
        int serving = job.environment().release();
        return store.releases().list(job.environment().id(), LOOK_BACK).stream()
                .filter(release -> release.number() < serving && served(release))
                .findFirst()
                .orElseThrow(() -> new HadesException(
                        ErrorKind.CONFLICT,
                        "Going back to the release before release " + serving + " of environment "
                                + job.environment().name(),
                        "no older one ever served",
                        "Name a release"));
    }

    /** An operation that was begun again after a crash made more than one release, and the last one served. */
    private boolean served(Release release) {
        Optional<Operation> made = store.operations().find(release.operation());
        return made.filter(operation -> operation.status() == OperationStatus.SUCCEEDED)
                .filter(operation -> operation.release().orElse(0) == release.number())
                .isPresent();
    }

    private void bring(Job job, Release release) throws InterruptedException {
        Artifacts artifacts = targets.get(release.target()).artifacts();
        RemoteHost deploy = servers.host(release.deployServer());
        if (artifacts.present(release.artifact(), deploy, job.run())) {
            return;
        }
        job.run().step("Ship");
        RemoteHost build = servers.host(release.buildServer());
        if (!artifacts.present(release.artifact(), build, job.run())) {
            throw new HadesException(
                    ErrorKind.NOT_FOUND,
                    "Going back to release " + release.number() + " of environment "
                            + job.environment().name(),
                    "its artifact " + release.artifact().digest() + " is neither on server " + release.deployServer()
                            + " nor on server " + release.buildServer(),
                    "Deploy " + release.revision().label() + " anew");
        }
        artifacts.ship(release.artifact(), build, deploy, job.run());
    }
}
