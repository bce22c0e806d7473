package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The network that an environment's containers are in: one of its own, or one of the server that the project names. */
final class Networks {
    private static final Set<String> WITHOUT_PORTS = Set.of("host", "none");

    private final Docker docker;

    Networks(Docker docker) {
        this.docker = docker;
    }

    /**
     * Returns normally if the network that the project names can be joined.
     *
     * @throws HadesException of kind {@code BAD_INPUT} or {@code CONFLICT}
     */
    void requireUsable(DockerPlan plan) throws InterruptedException {
        if (plan.run().network().isEmpty()) {
            return;
        }
        String name = plan.run().network().get();
        Network network = named(name)
                .orElseThrow(
                        () -> new HadesException(
                                ErrorKind.BAD_INPUT,
                                plan.running(),
                                "the server has no network \"" + name + "\"",
                                "Create it there (docker network create), or leave run.network out for a network of the environment's own"));
        String owner = labels(network).get(Labels.ENVIRONMENT);
        if (owner != null && !owner.equals(plan.environmentId())) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    plan.running(),
                    "network \"" + name + "\" is that of another environment ("
                            + labels(network).get(Labels.PROJECT_NAME) + "/"
                            + labels(network).get(Labels.ENVIRONMENT_NAME) + ")",
                    "Create a network for both of them on the server and name it in both configs");
        }
        if (WITHOUT_PORTS.contains(name)
                && (plan.run().publish().isPresent() || !plan.run().ports().isEmpty())) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    plan.running(),
                    "in network \"" + name + "\" no port can be published",
                    "Leave run.publish and run.ports out, or choose another network");
        }
    }

    /** Whether Docker publishes ports of containers in the plan's network. */
    static boolean publishes(DockerPlan plan) {
        return !WITHOUT_PORTS.contains(plan.run().network().orElse(""));
    }

    /** The name of the network to join; the environment's own is made if it is not there. */
    String ensure(DockerPlan plan) throws InterruptedException {
        if (plan.run().network().isPresent()) {
            return plan.run().network().get();
        }
        String environment = plan.environmentId();
        List<Network> own = of(environment);
        if (!own.isEmpty()) {
            return own.get(0).getName();
        }
        String name = plan.names().network();
        if (named(name).isPresent()) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    plan.running(),
                    "the server has a network \"" + name + "\" already, which is not this environment's",
                    "Remove it there, or rename the project or the environment");
        }
        Map<String, String> labels = OwnLabels.of(plan.plan());
        docker.call(
                "Creating network " + name + " on server " + docker.serverName(), client -> client.createNetworkCmd()
                        .withName(name)
                        .withDriver("bridge")
                        .withCheckDuplicate(true)
                        .withLabels(labels)
                        .exec());
        return name;
    }

    /** Removes the environment's own networks. */
    void removeAll(String environment) throws InterruptedException {
        for (Network network : of(environment)) {
            docker.call("Removing network " + network.getName() + " of server " + docker.serverName(), client -> {
                try {
                    return client.removeNetworkCmd(network.getId()).exec();
                } catch (NotFoundException e) {
                    return null;
                }
            });
        }
    }

    private List<Network> of(String environment) throws InterruptedException {
        return docker.call("Listing the networks of server " + docker.serverName(), client -> client.listNetworksCmd()
                .withFilter("label", List.of(Labels.ENVIRONMENT + "=" + environment))
                .exec());
    }

    private Optional<Network> named(String name) throws InterruptedException {
        List<Network> all =
                docker.call("Listing the networks of server " + docker.serverName(), client -> client.listNetworksCmd()
                        .exec());
        return all.stream().filter(network -> name.equals(network.getName())).findFirst();
    }

    private static Map<String, String> labels(Network network) {
        return Optional.ofNullable(network.getLabels()).orElse(Map.of());
    }
}
