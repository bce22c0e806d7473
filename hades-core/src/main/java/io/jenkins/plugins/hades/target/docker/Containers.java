package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.RestartPolicy;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The containers of one server. Every method blocks and may be repeated. */
final class Containers {
    private final Docker docker;

    Containers(Docker docker) {
        this.docker = docker;
    }

    /** All of the server, whoever made them. */
    List<Container> all() throws InterruptedException {
        return list(Map.of());
    }

    /** Those of an environment, running or not. */
    List<Container> of(String environmentId) throws InterruptedException {
        return list(Map.of(Labels.ENVIRONMENT, environmentId));
    }

    private List<Container> list(Map<String, String> labels) throws InterruptedException {
        return docker.call("Listing the containers of server " + docker.serverName(), client -> {
            var command = client.listContainersCmd().withShowAll(true);
            if (!labels.isEmpty()) {
                command.withLabelFilter(labels);
            }
            return command.exec().stream().map(Container::of).toList();
        });
    }

    /** What the engine knows of a container; empty if it is gone. */
    Optional<InspectContainerResponse> inspect(String id) throws InterruptedException {
        return docker.callOr(
                "Looking at container " + id,
                client -> Optional.of(client.inspectContainerCmd(id).exec()),
                Optional::empty);
    }

    /** Starts it; one that runs already is left alone. */
    void start(Container container) throws InterruptedException {
        docker.call("Starting " + container.described(), client -> {
            try {
                return client.startContainerCmd(container.id()).exec();
            } catch (NotModifiedException e) {
                return null;
            }
        });
    }

    /**
     * Stops it, and kills it when it has not ended after its time-out; one that has ended is left alone.
     *
     * @param seconds the time-out; empty for the container's own
     */
    void stop(Container container, OptionalInt seconds) throws InterruptedException {
        docker.call("Stopping " + container.described(), client -> {
            try {
                var command = client.stopContainerCmd(container.id());
                seconds.ifPresent(command::withTimeout);
                return command.exec();
            } catch (NotModifiedException | NotFoundException e) {
                return null;
            }
        });
    }

    /** Stops it, as {@link #stop} does, and starts it again. */
    void restart(Container container, OptionalInt seconds) throws InterruptedException {
        docker.call("Restarting " + container.described(), client -> {
            var command = client.restartContainerCmd(container.id());
            seconds.ifPresent(command::withTimeout);
            return command.exec();
        });
    }

    /** Changes what happens when it ends. */
    void setRestartPolicy(Container container, RestartPolicy policy) throws InterruptedException {
        docker.call("Setting the restart policy of " + container.described(), client -> client.updateContainerCmd(
                        container.id())
                .withRestartPolicy(policy)
                .exec());
    }

    /** Removes it, running or not, together with its unnamed volumes, which nobody could find again. */
    void remove(Container container) throws InterruptedException {
        try {
            docker.call("Removing " + container.described(), client -> {
                try {
                    return client.removeContainerCmd(container.id())
                            .withForce(true)
                            .withRemoveVolumes(true)
                            .exec();
                } catch (NotFoundException e) {
                    return null;
                }
            });
        } catch (HadesException e) {
            boolean underWay = e.kind() == ErrorKind.CONFLICT && e.reason().contains("already in progress");
            if (!underWay) {
                throw e;
            }
            awaitGone(container, e);
        }
    }

    private void awaitGone(Container container, HadesException failure) throws InterruptedException {
        for (int looks = 0; inspect(container.id()).isPresent(); looks++) {
            if (looks == 100) {
                throw failure;
            }
            Thread.sleep(100);
        }
    }
}
