package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.jenkins.plugins.hades.model.OperationStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is looked at when a process of Hades died in the middle of a change. The engine finishes what it was asked for, also when nobody waits for the
 * answer any more: a container that is being stopped still runs, and may still be healthy.
 */
final class AfterCrash {
    /** The engine's own time for ending a container, unless the container has another. */
    private static final int USUAL_STOP_SECONDS = 10;

    /** How much longer than its time a container may need until it has ended. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Docker docker;
    private final Containers containers;
    private final DockerPlan plan;

    AfterCrash(Docker docker, DockerPlan plan) {
        this.docker = docker;
        this.containers = new Containers(docker);
        this.plan = plan;
    }

    /** Whether the plan's release runs, is healthy, and has the restart policy that a container gets when it has proved to be. */
    boolean proved() throws InterruptedException {
        Optional<Container> container = running();
        if (container.isEmpty()) {
            return false;
        }
        Optional<InspectContainerResponse> found =
                containers.inspect(container.get().id());
        return found.filter(StateText::runs).isPresent()
                && RestartPolicies.settled(found.get(), plan.run())
                && new ContainerHealth(docker, containers)
                        .look(container.get(), plan.settings())
                        .healthy();
    }

    /** Waits until the plan's container has ended, if it may have been told to: at most for the time that it has for that. */
    void awaitStopped(OperationStep last) throws InterruptedException {
        if (!last.name().equals(Changeover.STOP) && !last.name().equals(Removal.REMOVE)) {
            return;
        }
        Optional<Container> container = running();
        if (container.isEmpty()) {
            return;
        }
        int seconds = StoredSettings.stopSeconds(container.get()).orElse(USUAL_STOP_SECONDS);
        Instant end = last.startedAt().plusSeconds(seconds).plus(MARGIN);
        docker.context().log("Looking whether " + container.get().described() + " is being stopped");
        while (Instant.now().isBefore(end) && running().isPresent()) {
            docker.context().checkpoint();
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private Optional<Container> running() throws InterruptedException {
        return containers.of(plan.environmentId()).stream()
                .filter(Container::live)
                .filter(container -> container.release() == plan.release())
                .findFirst();
    }
}
