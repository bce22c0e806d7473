package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Target;

/** Brings an archived environment back with its last release. */
final class RestoreWork implements Work {
    private final Switchover switchover;

    RestoreWork(Switchover switchover) {
        this.switchover = switchover;
    }

    @Override
    public String perform(Job job) throws InterruptedException {
        Release release = Deployed.release(job, "Restoring", EnvironmentStatus.CREATE_PENDING);
        Running running = switchover.change(job, release, Target::create);
        return Outcomes.serves(release, running);
    }
}
