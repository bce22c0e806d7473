package io.jenkins.plugins.hades.target.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import io.jenkins.plugins.hades.config.HealthConfig;
import io.jenkins.plugins.hades.config.RunConfig;
import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.target.health.HealthWait;
import io.jenkins.plugins.hades.target.health.HttpProbe;
import io.jenkins.plugins.hades.target.health.Life;
import io.jenkins.plugins.hades.target.health.Probe;
import io.jenkins.plugins.hades.target.health.StartedProbe;
import io.jenkins.plugins.hades.target.health.TcpProbe;
import io.jenkins.plugins.hades.target.health.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Finds out whether a container serves, from its server's own side. */
final class ContainerHealth {
    private static final int LOOKS = 10;
    /** Between two looks, in milliseconds. */
    private static final long PAUSE = 100;

    private final Docker docker;
    private final Containers containers;

    ContainerHealth(Docker docker, Containers containers) {
        this.docker = docker;
        this.containers = containers;
    }

    /**
     * Returns normally if the check can be made at all.
     *
     * @throws HadesException of kind {@code BAD_INPUT} otherwise
     */
    static void requireAskable(DockerPlan plan) {
        HealthConfig.Check check = plan.settings().health().check();
        if (check instanceof HealthConfig.Http http) {
            HttpProbe.requirePath(http.path());
            port(http.port(), plan.run());
        } else if (check instanceof HealthConfig.Tcp tcp) {
            port(tcp.port(), plan.run());
        }
    }

    /** Waits until a container that was just started proves healthy, dies, or has had its time. */
    Verdict await(Container container, RunSettings settings) throws InterruptedException {
        return await(container, settings, settings.health());
    }

    /** Looks whether a container that has been running serves; one whose image checks itself has all the time that it may take for that. */
    Verdict look(Container container, RunSettings settings) throws InterruptedException {
        HealthConfig health = settings.health();
        boolean decidedByDocker = health.check() instanceof HealthConfig.Image;
        return await(container, settings, decidedByDocker ? health : HealthWait.few(health));
    }

    private Verdict await(Container container, RunSettings settings, HealthConfig health) throws InterruptedException {
        Optional<InspectContainerResponse> found = containers.inspect(container.id());
        if (found.isEmpty()) {
            return new Verdict(false, true, container.described() + " is gone");
        }
        int restarts = StateText.restarts(found.get());
        Life life = () -> death(container, restarts);
        Probe probe = probe(container, found.get(), settings.run(), health.check());
        return new HealthWait(health, probe, life, docker.context()::checkpoint).verdict();
    }

    private Optional<String> death(Container container, int restartsBefore) throws InterruptedException {
        Optional<InspectContainerResponse> now = containers.inspect(container.id());
        if (now.isEmpty()) {
            return Optional.of(container.described() + " was removed by somebody");
        }
        return StateText.runs(now.get()) && StateText.restarts(now.get()) <= restartsBefore
                ? Optional.empty()
                : Optional.of(StateText.of(known(container, now.get())));
    }

    /** The engine hears that memory ran out from elsewhere than of the end, and perhaps a little later. */
    private InspectContainerResponse known(Container container, InspectContainerResponse ended)
            throws InterruptedException {
        InspectContainerResponse seen = ended;
        for (int look = 0; look < LOOKS && StateText.mayLackMemory(seen); look++) {
            TimeUnit.MILLISECONDS.sleep(PAUSE);
            seen = containers.inspect(container.id()).orElse(seen);
        }
        return seen;
    }

    private Probe probe(Container container, InspectContainerResponse found, RunConfig run, HealthConfig.Check check)
            throws InterruptedException {
        RemoteHost host = docker.host();
        if (check instanceof HealthConfig.Http http) {
            int port = port(http.port(), run);
            Place place = published(container, run, port).orElseGet(() -> direct(found, port));
            return new HttpProbe(host, place.address(), place.port(), port, http);
        }
        if (check instanceof HealthConfig.Tcp tcp) {
            int port = port(tcp.port(), run);
            Optional<Place> published = docker.rootless() ? published(container, run, port) : Optional.empty();
            Place place = published.orElseGet(() -> direct(found, port));
            return new TcpProbe(host, place.address(), place.port(), port, published.isPresent());
        }
        if (check instanceof HealthConfig.Started started) {
            return new StartedProbe(started.after());
        }
        return new ImageHealthProbe(containers, container);
    }

    private record Place(String address, int port) {}

    private static Optional<Place> published(Container container, RunConfig run, int port) {
        boolean isMain = run.port().isPresent() && run.port().getAsInt() == port;
        return isMain && container.port().isPresent()
                ? Optional.of(new Place("127.0.0.1", container.port().getAsInt()))
                : Optional.empty();
    }

    private static Place direct(InspectContainerResponse found, int port) {
        Map<String, ContainerNetwork> networks =
                Optional.ofNullable(found.getNetworkSettings().getNetworks()).orElse(Map.of());
        return new Place(
                networks.values().stream()
                        .map(ContainerNetwork::getIpAddress)
                        .filter(address -> address != null && !address.isBlank())
                        .findFirst()
                        .orElse("127.0.0.1"),
                port);
    }

    private static int port(OptionalInt asked, RunConfig run) {
        return asked.orElseGet(() -> run.port()
                .orElseThrow(() -> new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Reading the health check",
                        "it asks a port, and no port is given",
                        "Say in the project's config on which port the application listens (run.port)")));
    }
}
