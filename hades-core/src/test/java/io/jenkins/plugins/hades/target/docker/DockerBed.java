package io.jenkins.plugins.hades.target.docker;

import io.jenkins.plugins.hades.config.HealthConfig;
import io.jenkins.plugins.hades.config.PortMapping;
import io.jenkins.plugins.hades.config.RestartPolicy;
import io.jenkins.plugins.hades.config.RunConfig;
import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.config.VolumeMount;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshHosts;
import io.jenkins.plugins.hades.ssh.SshSettings;
import io.jenkins.plugins.hades.ssh.TestServers;
import io.jenkins.plugins.hades.target.Artifacts;
import io.jenkins.plugins.hades.target.BuildPlan;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.docker.DockerDaemon;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** A real server with a real engine, and images of an application that does what its Dockerfile tells it. */
final class DockerBed implements AutoCloseable {
    /** The application: answers with a file, tells of itself in its log, and ends when it is told to. */
    private static final String APPLICATION = """
            #!/bin/sh
            trap 'echo ending; exit 0' TERM
            mkdir -p /srv/www /data
            [ -z "$ANSWER" ] || printf '%s' "$ANSWER" > /srv/www/index.html
            echo "starting as $ANSWER"
            httpd -p 80 -h /srv/www
            while :; do sleep 1 & wait $!; done
            """;

    private static final Map<String, Artifact.Image> IMAGES = new ConcurrentHashMap<>();

    final TestHost machine;
    final DockerDaemon docker;
    final RemoteHost server;
    final DockerTarget target;
    private final SshHosts hosts = new SshHosts(SshSettings.ofDefaults());
    private final DockerEngines engines = new DockerEngines();

    private DockerBed(String name) {
        machine = Testbed.shared().host(name);
        docker = machine.docker();
        server = hosts.host(TestServers.root(name, machine.ssh()));
        target = new DockerTarget(engines, new NoArtifacts());
    }

    /** The bed on a host of this name; the test is left out where there can be none. */
    static DockerBed on(String name) {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX);
        return new DockerBed(name);
    }

    /** The same server with another entry. */
    RemoteHost allowing(List<String> mounts, boolean privileged) {
        ServerSpec spec = server.spec();
        return hosts.host(new ServerSpec(
                spec.name(),
                spec.roles(),
                spec.address(),
                spec.jump(),
                spec.projects(),
                mounts,
                privileged,
                spec.folder(),
                spec.dockerSocket()));
    }

    /** The same server through an sshd that forwards neither ports nor sockets. */
    RemoteHost withoutForwarding() {
        SshServer sshd = SshServer.on(machine.place())
                .port(2222)
                .option("DisableForwarding yes")
                .start();
        return hosts.host(TestServers.root("walled", sshd));
    }

    /** An image of the application that answers with this word; without one it answers 404. */
    Artifact.Image application(String answer) {
        return image("app-" + answer, "ENV ANSWER=" + answer + "\nCMD [\"/app.sh\"]\n");
    }

    /** An image with the application in it and these further lines of a Dockerfile. */
    Artifact.Image image(String name, String lines) {
        return IMAGES.computeIfAbsent(machine.place().name() + name, key -> build(name, lines));
    }

    private Artifact.Image build(String name, String lines) {
        try {
            Path folder = Files.createDirectories(machine.file("/srv/build-" + name));
            Files.writeString(folder.resolve("app.sh"), APPLICATION);
            Files.writeString(
                    folder.resolve("Dockerfile"),
                    "FROM busybox:hades\nCOPY app.sh /app.sh\nRUN chmod +x /app.sh\n" + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String reference = "hades/test:" + name;
        docker.docker("build", "--tag", reference, "/srv/build-" + name)
                .withEnvironment(Map.of("DOCKER_BUILDKIT", "0"))
                .run()
                .orFail();
        String id = docker.docker("image", "inspect", "--format", "{{.Id}}", reference)
                .run()
                .orFail()
                .text();
        return new Artifact.Image(id, reference, "");
    }

    /** One field of what the engine says of a container, in Go's template language. */
    String inspect(String container, String template) {
        return docker.docker("inspect", "--format", template, container)
                .run()
                .orFail()
                .text();
    }

    /** How the application runs, before a test says otherwise: port 80, a second to end. */
    static Run run() {
        return new Run();
    }

    /** Settings that a test changes. */
    static final class Run {
        private OptionalInt publish = OptionalInt.empty();
        private List<PortMapping> ports = List.of();
        private List<String> command = List.of();
        private List<VolumeMount> volumes = List.of();
        private Optional<String> network = Optional.empty();
        private RestartPolicy restart = RestartPolicy.UNLESS_STOPPED;
        private OptionalLong memory = OptionalLong.empty();
        private Optional<Double> cpus = Optional.empty();
        private boolean privileged;
        private List<String> capabilities = List.of();
        private HealthConfig.Check check = new HealthConfig.Http("/", OptionalInt.empty(), 200, 299);
        private Duration attempt = Duration.ofSeconds(30);
        private Duration timeout = Duration.ofMinutes(2);

        Run publish(int port) {
            publish = OptionalInt.of(port);
            return this;
        }

        Run ports(PortMapping... mappings) {
            ports = List.of(mappings);
            return this;
        }

        Run command(String... words) {
            command = List.of(words);
            return this;
        }

        Run volumes(VolumeMount... mounts) {
            volumes = List.of(mounts);
            return this;
        }

        Run network(String name) {
            network = Optional.of(name);
            return this;
        }

        Run restart(RestartPolicy policy) {
            restart = policy;
            return this;
        }

        Run memory(long bytes) {
            memory = OptionalLong.of(bytes);
            return this;
        }

        Run cpus(double count) {
            cpus = Optional.of(count);
            return this;
        }

        Run privileged() {
            privileged = true;
            return this;
        }

        Run capabilities(String... names) {
            capabilities = List.of(names);
            return this;
        }

        Run check(HealthConfig.Check asked) {
            check = asked;
            return this;
        }

        Run attempt(Duration limit) {
            attempt = limit;
            return this;
        }

        Run timeout(Duration limit) {
            timeout = limit;
            return this;
        }

        RunSettings settings() {
            RunConfig config = new RunConfig(
                    OptionalInt.of(80),
                    publish,
                    ports,
                    command,
                    volumes,
                    network,
                    restart,
                    memory,
                    cpus,
                    privileged,
                    capabilities,
                    1,
                    2,
                    5);
            return new RunSettings(config, new HealthConfig(check, Duration.ofMillis(200), attempt, timeout), Map.of());
        }
    }

    @Override
    public void close() {
        engines.close();
        hosts.close();
    }

    /** The images are made by the tests themselves. */
    private static final class NoArtifacts implements Artifacts {
        @Override
        public Artifact make(BuildPlan plan, OperationContext context) {
            throw new UnsupportedOperationException("images are made by the tests");
        }

        @Override
        public void ship(Artifact artifact, RemoteHost from, RemoteHost to, OperationContext context) {
            throw new UnsupportedOperationException("images are made by the tests");
        }

        @Override
        public boolean present(Artifact artifact, RemoteHost server, OperationContext context) {
            throw new UnsupportedOperationException("images are made by the tests");
        }
    }
}
