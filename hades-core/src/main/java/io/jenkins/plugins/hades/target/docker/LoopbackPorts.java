package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.model.ContainerPort;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the loopback port of a new container. The port is recorded in the container's label and published by its number, so it stays the
 * same for as long as the container exists, over restarts of it, of the engine and of the server.
 */
final class LoopbackPorts {
    static final int FIRST = 20_000;
    static final int LAST = 29_999;

    private final DockerPlan plan;
    private final OperationContext context;

    LoopbackPorts(DockerPlan plan, OperationContext context) {
        this.plan = plan;
        this.context = context;
    }

    /**
     * A port that no container has been given, running or not, and that nobody listens on. Where to begin looking differs between
     * environments, so that two that are deployed at once hardly ever choose the same.
     *
     * @param all the containers of the server
     * @param refused ports that turned out to be taken
     */
    int free(List<Container> all, Set<Integer> refused) throws InterruptedException {
        Set<Integer> taken = new HashSet<>(refused);
        for (Container container : all) {
            container.port().ifPresent(taken::add);
            for (ContainerPort port : container.ports()) {
                if (port.getPublicPort() != null) {
                    taken.add(port.getPublicPort());
                }
            }
        }
        Listeners.of(plan.server(), context).forEach(listener -> taken.add(listener.port()));
        int count = LAST - FIRST + 1;
        int start = Math.floorMod(plan.plan().environment().id().hashCode(), count);
        for (int i = 0; i < count; i++) {
            int port = FIRST + (start + i) % count;
            if (!taken.contains(port)) {
                return port;
            }
        }
        throw new HadesException(
                ErrorKind.CONFLICT,
                plan.running(),
                "all loopback ports of the server from " + FIRST + " to " + LAST + " are taken",
                "Destroy environments that are not needed any more");
    }
}
