package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.model.ContainerPort;
import io.jenkins.plugins.hades.config.PortMapping;
import io.jenkins.plugins.hades.config.RunConfig;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ports of the server that a project itself asks for. */
final class FixedPorts {
    private final DockerPlan plan;
    private final OperationContext context;

    FixedPorts(DockerPlan plan, OperationContext context) {
        this.plan = plan;
        this.context = context;
    }

    /** All of them: {@code publish} and {@code ports}. */
    static List<PortMapping> of(RunConfig run) {
        List<PortMapping> all = new ArrayList<>();
        if (run.port().isPresent() && run.publish().isPresent()) {
            all.add(new PortMapping(
                    "0.0.0.0", run.publish().getAsInt(), run.port().getAsInt(), "tcp"));
        }
        all.addAll(run.ports());
        return all;
    }

    /**
     * Returns normally if nobody else holds any of them; containers of the same environment may, as they are stopped first.
     *
     * @throws HadesException of kind {@code CONFLICT} that says by what a port is taken
     */
    void requireFree(List<Container> all) throws InterruptedException {
        List<PortMapping> wanted = of(plan.run());
        if (wanted.isEmpty()) {
            return;
        }
        List<Listener> listeners = Listeners.of(plan.server(), context);
        for (PortMapping mapping : wanted) {
            Optional<Container> holder = holder(all, mapping);
            if (holder.isPresent()) {
                if (!holder.get().belongsTo(plan.environmentId())) {
                    throw taken(mapping, holder.get().described());
                }
                continue;
            }
            Optional<Listener> listener = listeners.stream()
                    .filter(other -> other.blocks(mapping.protocol(), mapping.address(), mapping.host()))
                    .findFirst();
            if (listener.isPresent()) {
                throw taken(
                        mapping,
                        Listeners.owner(plan.server(), listener.get(), context)
                                .orElse("a process that user "
                                        + plan.server().spec().address().user() + " may not see"));
            }
        }
    }

    private static Optional<Container> holder(List<Container> all, PortMapping wanted) {
        return all.stream().filter(container -> holds(container, wanted)).findFirst();
    }

    /** Whether a running container listens on this port of the server. */
    static boolean holds(Container container, PortMapping wanted) {
        return container.live() && container.ports().stream().anyMatch(port -> clashes(port, wanted));
    }

    private static boolean clashes(ContainerPort port, PortMapping wanted) {
        if (port.getPublicPort() == null) {
            return false;
        }
        String address = Optional.ofNullable(port.getIp()).orElse("");
        return new Listener(Optional.ofNullable(port.getType()).orElse("tcp"), address, port.getPublicPort())
                .blocks(wanted.protocol(), wanted.address(), wanted.host());
    }

    private HadesException taken(PortMapping mapping, String holder) {
        return new HadesException(
                ErrorKind.CONFLICT,
                plan.running(),
                "port " + mapping.host() + "/" + mapping.protocol() + " of the server is taken by " + holder,
                "Choose another port in the project's config, or end what holds this one");
    }
}
