package io.jenkins.plugins.hades.testbed.docker;

import io.jenkins.plugins.hades.testbed.host.HostNetwork;
import io.jenkins.plugins.hades.testbed.host.PrivateHost;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.Launched;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Docker engine of a private host: containerd and dockerd at their usual places there, so that {@code docker} on that host finds it at
 * {@code /var/run/docker.sock} without any setting. What runs in it is held by the host and ends with it. Methods block until done and are not meant for
 * several threads at once.
 */
public final class DockerDaemon implements DockerEngine, AutoCloseable {

    private static final String SOCKET = "/run/docker.sock";
    private static final String CONTAINERD_SOCKET = "/run/containerd/containerd.sock";

    private final PrivateHost host;
    private final ImageStore store;
    private final Launched containerd;
    private Launched dockerd;

    private DockerDaemon(PrivateHost host, ImageStore store, DockerHome home) {
        this.host = host;
        this.store = store;
        home.putOn(host);
        configure();
        this.containerd = host.start(
                        "containerd",
                        Map.of(),
                        host.folder().resolve("containerd.log"),
                        "containerd",
                        "--config",
                        "/etc/containerd-testbed.toml")
                .await(() -> Files.exists(host.file(CONTAINERD_SOCKET)));
        this.dockerd = launch();
    }

    /**
     * Starts an engine with the classic image store and waits until it answers.
     *
     * @param host where it runs; it can have one engine
     * @return the running engine
     * @throws TestbedException when it does not start, with its last log lines
     */
    public static DockerDaemon startOn(PrivateHost host) {
        return startOn(host, ImageStore.CLASSIC);
    }

    /**
     * Starts an engine and waits until it answers.
     *
     * @param host where it runs; it can have one engine
     * @param store how it keeps images
     * @return the running engine
     * @throws TestbedException when the installed Docker has no such store, or does not start
     */
    public static DockerDaemon startOn(PrivateHost host, ImageStore store) {
        return startOn(host, store, DockerHome.chosen());
    }

    /**
     * Starts an engine of a version of its own and waits until it answers.
     *
     * @param host where it runs; it can have one engine
     * @param store how it keeps images
     * @param home where its programs come from
     * @return the running engine
     * @throws TestbedException when that Docker has no such store, or does not start
     */
    public static DockerDaemon startOn(PrivateHost host, ImageStore store, DockerHome home) {
        store.missing(home).ifPresent(reason -> {
            throw new TestbedException(reason);
        });
        return new DockerDaemon(host, store, home);
    }

    @Override
    public Path socket() {
        return host.file(SOCKET);
    }

    @Override
    public String socketOnHost() {
        return "/var" + SOCKET;
    }

    @Override
    public Command docker(String... arguments) {
        List<String> words = new ArrayList<>(List.of(DockerEngine.CLI));
        words.addAll(List.of(arguments));
        return host.command(words.toArray(String[]::new));
    }

    /** Stops dockerd as a service manager would, which stops the containers, and starts it again. */
    public void restart() {
        stop();
        start();
    }

    /** Ends dockerd by SIGKILL; containerd and the containers run on. Nothing answers until {@link #start()}. */
    public void kill9() {
        dockerd.kill();
    }

    /** Stops dockerd by SIGTERM; it stops its containers first. */
    public void stop() {
        dockerd.close();
    }

    /** Starts dockerd after {@link #kill9()} or {@link #stop()} and waits until it answers. */
    public void start() {
        if (!dockerd.alive()) {
            dockerd = launch();
        }
    }

    /**
     * The end of dockerd's log.
     *
     * @return its last lines
     */
    public String lastLines() {
        return dockerd.lastLines();
    }

    /** Stops the engine with its containers; images stay in the host's folders. */
    @Override
    public void close() {
        dockerd.close();
        containerd.close();
    }

    private void configure() {
        try {
            Files.writeString(host.file("/etc/containerd-testbed.toml"), """
                    version = 2
                    disabled_plugins = ["io.containerd.grpc.v1.cri"]
                    """);
            Files.createDirectories(host.file("/etc/docker"));
            Files.writeString(host.file("/etc/docker/daemon.json"), configuration());
        } catch (IOException e) {
            throw new TestbedException("Cannot configure Docker on " + host.name() + ": " + e.getMessage(), e);
        }
    }

    /** The registries of a testbed have no certificates; and tests make more networks than Docker's own pools hold. */
    private String configuration() {
        return """
                {
                  "features": {"containerd-snapshotter": %s},
                  "insecure-registries": ["%s"],
                  "default-address-pools": [{"base": "172.20.0.0/14", "size": 24}]
                }
                """.formatted(store.snapshotter(), HostNetwork.ALL_SUBNETS);
    }

    private Launched launch() {
        return host.start(
                        "dockerd",
                        Map.of(),
                        host.folder().resolve("dockerd.log"),
                        "dockerd",
                        "--host",
                        "unix://" + SOCKET,
                        "--containerd",
                        CONTAINERD_SOCKET,
                        "--cgroup-parent",
                        host.containerGroup(),
                        "--exec-opt",
                        "native.cgroupdriver=cgroupfs")
                .await(this::answers);
    }
}
