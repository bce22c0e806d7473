package io.jenkins.plugins.hades.target.docker;

import java.util.List;

/** Takes containers away in an orderly manner. */
final class Removal {
    /** The step in which containers are stopped and removed. */
    static final String REMOVE = "Remove old container";

    private final Docker docker;
    private final Containers containers;

    Removal(Docker docker) {
        this.docker = docker;
        this.containers = new Containers(docker);
    }

    /** Stops these containers, giving each its time to end, and removes them. */
    void removeAll(List<Container> goners) throws InterruptedException {
        if (!goners.isEmpty()) {
            docker.context().step(REMOVE);
        }
        for (Container container : goners) {
            if (container.live()) {
                containers.stop(container, StoredSettings.stopSeconds(container));
            }
            containers.remove(container);
            docker.context().log("Removed " + container.described());
        }
    }
}
