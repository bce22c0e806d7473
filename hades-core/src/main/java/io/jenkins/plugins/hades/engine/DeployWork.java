package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.store.PushStore;
import io.jenkins.plugins.hades.target.Running;

/** Deploys: a new source, or anew the one that serves, with the variables of now. */
final class DeployWork implements Work {
    private final Preparation preparation;
    private final ReleaseMaker releases;
    private final Switchover switchover;
    private final ArtifactUse use;
    private final Tidying tidying;
    private final PushStore pushes;

    DeployWork(
            Preparation preparation,
            ReleaseMaker releases,
            Switchover switchover,
            ArtifactUse use,
            Tidying tidying,
            PushStore pushes) {
        this.pushes = pushes;
        this.preparation = preparation;
        this.releases = releases;
        this.switchover = switchover;
        this.use = use;
        this.tidying = tidying;
    }

    @Override
    public String perform(Job job) throws InterruptedException {
        Prepared prepared = preparation.prepare(job, Wanted.of(job));
        pushes.learn(job.environment().id(), prepared.config().environment().pushRule());
        Release release = made(job, prepared);
        Running running = switchover.to(job, release);
        tidying.after(job, prepared);
        return Outcomes.serves(release, running);
    }

    private Release made(Job job, Prepared prepared) throws InterruptedException {
        ArtifactUse.Hold hold = use.using(job.project().id());
        try {
            return releases.make(job, prepared);
        } finally {
            hold.release();
        }
    }
}
