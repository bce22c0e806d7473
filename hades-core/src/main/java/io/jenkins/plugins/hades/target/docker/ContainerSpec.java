package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.Ports;
import io.jenkins.plugins.hades.config.PortMapping;
import io.jenkins.plugins.hades.config.RunConfig;
import io.jenkins.plugins.hades.config.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A container to be created.
 *
 * @param plan what it runs
 * @param image its image on the server
 * @param network the network that it joins
 * @param mounts its volumes and host folders
 * @param loopback the loopback port under which {@code run.port} is published
 * @param operation the token of the operation that creates it
 */
record ContainerSpec(
        DockerPlan plan,
        ImageCheck.Usable image,
        String network,
        List<Mount> mounts,
        OptionalInt loopback,
        String operation) {

    ContainerSpec withLoopback(OptionalInt port) {
        return new ContainerSpec(plan, image, network, mounts, port, operation);
    }

    String name() {
        return plan.names().container(plan.release());
    }

    /** The request to create it. Variables travel in its body and stand nowhere else. */
    CreateContainerCmd command(DockerClient client) {
        RunConfig run = plan.run();
        CreateContainerCmd command = client.createContainerCmd(image.name())
                .withName(name())
                .withLabels(labels())
                .withEnv(environment())
                .withExposedPorts(new ArrayList<>(ports().getBindings().keySet()))
                .withStopTimeout(run.stopSeconds())
                .withHostConfig(hostConfig());
        return run.command().isEmpty() ? command : command.withCmd(run.command());
    }

    Map<String, String> labels() {
        Map<String, String> labels = OwnLabels.of(plan.plan());
        labels.put(Labels.RELEASE, String.valueOf(plan.release()));
        labels.put(Labels.SOURCE, plan.plan().label());
        labels.put(Labels.OPERATION, operation);
        labels.put(Labels.ARTIFACT, plan.image().digest());
        labels.put(
                Labels.SETTINGS,
                new RunSettings(plan.run(), plan.settings().health(), Map.of())
                        .toJson()
                        .toString());
        loopback.ifPresent(port -> labels.put(Labels.PORT, String.valueOf(port)));
        return labels;
    }

    private List<String> environment() {
        List<String> environment = new ArrayList<>();
        plan.variables().forEach((name, value) -> environment.add(name + "=" + value));
        return environment;
    }

    private HostConfig hostConfig() {
        RunConfig run = plan.run();
        HostConfig config = HostConfig.newHostConfig()
                .withNetworkMode(network)
                .withPortBindings(ports())
                .withMounts(mounts)
                .withRestartPolicy(RestartPolicies.ON_PROBATION)
                .withLogConfig(log(run))
                .withPrivileged(run.privileged())
                .withCapAdd(Capabilities.of(plan).toArray(Capability[]::new));
        // Without swap of its own, as the limit would otherwise be twice what the config says.
        run.memory().ifPresent(bytes -> config.withMemory(bytes).withMemorySwap(bytes));
        run.cpus().ifPresent(cpus -> config.withNanoCPUs(Math.round(cpus * 1_000_000_000)));
        return config;
    }

    private Ports ports() {
        Ports ports = new Ports();
        for (PortMapping mapping : FixedPorts.of(plan.run())) {
            ports.bind(
                    new ExposedPort(mapping.container(), InternetProtocol.parse(mapping.protocol())),
                    Ports.Binding.bindIpAndPort(mapping.address(), mapping.host()));
        }
        loopback.ifPresent(port -> ports.bind(
                ExposedPort.tcp(plan.run().port().getAsInt()), Ports.Binding.bindIpAndPort("127.0.0.1", port)));
        return ports;
    }

    private static LogConfig log(RunConfig run) {
        return new LogConfig(
                LogConfig.LoggingType.JSON_FILE,
                Map.of("max-size", run.logMegabytes() + "m", "max-file", String.valueOf(run.logFiles())));
    }
}
