package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Target;

/** Restarts what an environment runs. */
final class RestartWork implements Work {
    private final Switchover switchover;

    RestartWork(Switchover switchover) {
        this.switchover = switchover;
    }

    @Override
    public String perform(Job job) throws InterruptedException {
        Release release = Deployed.release(job, "Restarting");
        Running running = switchover.change(job, release, Target::restart);
        return Outcomes.serves(release, running);
    }
}
