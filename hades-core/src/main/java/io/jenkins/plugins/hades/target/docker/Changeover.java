package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.health.Durations;
import io.jenkins.plugins.hades.target.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings an environment to a release: the new container beside the old one where both can run, otherwise in its place. The old one goes
 * when the new one has proved healthy; when it does not, the new one goes and what served before serves again.
 *
 * <p>May be repeated after a crash at any point. A container of the release that is found running and healthy is what was begun, and only
 * the others are removed. A container of the release that last served, found stopped, is started again. Any other container of the release is
 * made anew, as nobody knows how far it came.
 */
final class Changeover {
    /** The step in which what serves is stopped. */
    static final String STOP = "Stop old container";

    private final Docker docker;
    private final Containers containers;
    private final ContainerHealth health;
    private final DockerPlan plan;

    Changeover(Docker docker, DockerPlan plan) {
        this.docker = docker;
        this.containers = new Containers(docker);
        this.health = new ContainerHealth(docker, containers);
        this.plan = plan;
    }

    /** Does it; blocks until the release serves or what served before serves again. */
    Running run() throws InterruptedException {
        List<Container> mine = containers.of(plan.environmentId());
        Optional<Container> found = mine.stream().filter(this::isRelease).findFirst();
        List<Container> others =
                mine.stream().filter(one -> !found.equals(Optional.of(one))).toList();
        boolean proven = plan.release() == plan.previous();
        if (found.filter(Container::live).isPresent() && serves(found.get(), proven)) {
            return finish(found.get(), others, Duration.ZERO);
        }
        Preparation.Prepared prepared = new Preparation(docker, containers).prepare(plan);
        Creation creation = new Creation(docker, containers, plan);
        docker.context().step("Create container");
        ContainerSpec spec = creation.spec(prepared);
        if (found.isPresent() && proven) {
            return replace(found.get(), others, spec, () -> {
                containers.stop(found.get(), StoredSettings.stopSeconds(found.get()));
                containers.start(found.get());
                return found.get();
            });
        }
        if (found.isPresent()) {
            docker.context().log("Removing " + found.get().described() + ", left by an operation that did not end");
            containers.remove(found.get());
        }
        Container created = creation.create(spec);
        return replace(created, others, spec, () -> creation.start(created, spec));
    }

    private boolean isRelease(Container container) {
        return container.release() == plan.release()
                && plan.image().digest().equals(container.labels().get(Labels.ARTIFACT));
    }

    private boolean serves(Container container, boolean proven) throws InterruptedException {
        docker.context().step("Check health");
        Verdict verdict = proven ? health.await(container, plan.settings()) : health.look(container, plan.settings());
        docker.context().log("Release " + plan.release() + " runs already: " + verdict.detail());
        return verdict.healthy();
    }

    private interface Start {
        Container run() throws InterruptedException;
    }

    private Running replace(Container next, List<Container> others, ContainerSpec spec, Start start)
            throws InterruptedException {
        Restoration restoration = Restoration.of(docker, plan, others);
        Container serving;
        Duration gap;
        try {
            Optional<Instant> stopped = stopExcluded(others, spec);
            docker.context().step("Start container");
            serving = start.run();
            docker.context().step("Check health");
            Verdict verdict = health.await(serving, plan.settings());
            if (!verdict.healthy()) {
                throw new Evidence(docker, containers).failure(plan, serving, verdict);
            }
            gap = stopped.map(since -> Duration.between(since, Instant.now())).orElse(Duration.ZERO);
            docker.context().log("Release " + plan.release() + " serves: " + verdict.detail());
        } catch (HadesException e) {
            throw restoration.undo(next, e);
        } catch (InterruptedException e) {
            restoration.undoInterrupted(next, e);
            throw e;
        }
        return finish(serving, others, gap);
    }

    private Optional<Instant> stopExcluded(List<Container> others, ContainerSpec spec) throws InterruptedException {
        List<Container> excluded = new ArrayList<>();
        for (Container other : others) {
            Optional<InspectContainerResponse> found = containers.inspect(other.id());
            if (other.live() && found.isPresent() && Sharing.excludes(spec, other, found.get())) {
                excluded.add(other);
            }
        }
        if (excluded.isEmpty()) {
            return Optional.empty();
        }
        docker.context().step(STOP);
        Instant since = Instant.now();
        for (Container other : excluded) {
            docker.context().log("Stopping " + other.described() + ", as both cannot run at once");
            containers.stop(other, StoredSettings.stopSeconds(other));
        }
        return Optional.of(since);
    }

    /** From here on the release serves, and a cancel that comes late changes nothing. */
    private Running finish(Container serving, List<Container> others, Duration gap) throws InterruptedException {
        Docker settled = docker.settled();
        new Containers(settled).setRestartPolicy(serving, RestartPolicies.of(plan.run()));
        new Removal(settled).removeAll(others);
        if (!gap.isZero()) {
            docker.context().log("Nothing served for " + Durations.text(gap));
        }
        return new Running(Urls.of(docker.host().spec(), plan.run(), serving), gap);
    }
}
