package io.jenkins.plugins.hades.target.docker;

import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.target.health.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings back what served before a release that failed. Goes on when the operation is stopped, as what served must serve again. */
final class Restoration {
    private final Docker docker;
    private final Containers containers;
    private final DockerPlan plan;
    private final List<Container> serving;

    private Restoration(Docker docker, DockerPlan plan, List<Container> serving) {
        this.docker = docker;
        this.containers = new Containers(docker);
        this.plan = plan;
        this.serving = serving;
    }

    /**
     * What is to serve again when the plan fails: what runs now, or, when nothing does as an earlier operation died in the middle, the release
     * that served last.
     */
    static Restoration of(Docker docker, DockerPlan plan, List<Container> others) {
        List<Container> live = others.stream().filter(Container::live).toList();
        List<Container> last = others.stream()
                .filter(container -> container.release() == plan.previous())
                .limit(1)
                .toList();
        return new Restoration(docker.settled(), plan, live.isEmpty() ? last : live);
    }

    /**
     * Removes what was tried and brings back what served.
     *
     * @return the failure, with what became of the environment
     */
    HadesException undo(Container tried, HadesException failure) throws InterruptedException {
        docker.context().step("Put back what served before");
        try {
            removeTried(tried);
            for (Container container : serving) {
                bringBack(container);
            }
        } catch (HadesException e) {
            HadesException both = new HadesException(
                    failure.kind(),
                    failure.doing(),
                    failure.reason() + ". And what served before could not be put back: " + e.getMessage(),
                    failure.remedy().orElse("See on server " + docker.serverName() + " what runs there"),
                    failure);
            both.addSuppressed(e);
            return both;
        }
        String now = serving.isEmpty()
                ? "Nothing served before, and nothing serves now"
                : serving.stream()
                                .map(container -> "Release " + container.release())
                                .collect(Collectors.joining(" and "))
                        + " serves as before";
        docker.context().log(now);
        String remedy = failure.remedy().map(text -> text + ". ").orElse("") + now;
        return new HadesException(failure.kind(), failure.doing(), failure.reason(), remedy, failure);
    }

    /** As {@link #undo}, when there is no failure to tell but this thread's interruption; what goes wrong is added to that. */
    void undoInterrupted(Container tried, InterruptedException interruption) throws InterruptedException {
        try {
            removeTried(tried);
            for (Container container : serving) {
                bringBack(container);
            }
        } catch (HadesException e) {
            interruption.addSuppressed(e);
        }
    }

    /** The release that served last is kept, and stopped only to make room for what is brought back: it may yet recover. */
    private void removeTried(Container tried) throws InterruptedException {
        boolean proven = tried.release() == plan.previous();
        if (proven && serving.isEmpty()) {
            return;
        }
        List<Container> candidates = containers.of(plan.environmentId()).stream()
                .filter(container -> container.id().equals(tried.id()) || madeByThis(container))
                .toList();
        for (Container container : candidates) {
            if (proven) {
                containers.stop(container, StoredSettings.stopSeconds(container));
            } else {
                containers.remove(container);
            }
        }
    }

    /** The container may have been made anew for the sake of its port. */
    private boolean madeByThis(Container container) {
        return container.release() == plan.release()
                && docker.context().token().equals(container.labels().get(Labels.OPERATION))
                && serving.stream().noneMatch(other -> other.id().equals(container.id()));
    }

    private void bringBack(Container container) throws InterruptedException {
        Optional<Container> now = containers.of(plan.environmentId()).stream()
                .filter(other -> other.id().equals(container.id()))
                .findFirst();
        if (now.filter(Container::live).isPresent()) {
            return;
        }
        containers.start(container);
        Optional<RunSettings> settings = StoredSettings.of(container);
        if (settings.isEmpty()) {
            return;
        }
        Verdict verdict = new ContainerHealth(docker, containers).await(container, settings.get());
        docker.context().log("Release " + container.release() + " was started again: " + verdict.detail());
        if (!verdict.healthy()) {
            throw new Evidence(docker, containers).failure(plan, container, verdict);
        }
    }
}
