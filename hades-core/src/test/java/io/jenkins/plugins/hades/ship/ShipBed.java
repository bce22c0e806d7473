package io.jenkins.plugins.hades.ship;

import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.docker.DockerServers;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.SshSettings;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Two real servers, and images that are built on the first to be brought to the second. */
final class ShipBed implements AutoCloseable {
    final TestHost build;
    final TestHost deploy;
    final TrialContext context = new TrialContext();
    /** Connections that notice within some seconds that a server is gone. */
    final DockerServers servers = new DockerServers(new SshSettings(
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            2,
            Duration.ofMinutes(2),
            8,
            4,
            Duration.ofSeconds(3),
            Duration.ofSeconds(2)));

    final DockerEngines engines = new DockerEngines();
    final String name = "hades/" + UUID.randomUUID();
    private final Path folder = Testbed.shared().folder("ship " + UUID.randomUUID());

    /** Hosts whose engines run. */
    ShipBed(TestHost build, TestHost deploy) {
        this.build = build;
        this.deploy = deploy;
    }

    ShipReport ship(Artifact.Image image) throws InterruptedException {
        return ship(image, Optional.empty());
    }

    ShipReport ship(Artifact.Image image, Optional<Registry> registry) throws InterruptedException {
        return new ImageShipper(engines, registry).ship(image, servers.of(build), servers.of(deploy), context);
    }

    boolean present(Artifact.Image image) throws InterruptedException {
        return new ImageShipper(engines, Optional.empty()).present(image, servers.of(deploy), context);
    }

    /** A file of the build context that no compression makes smaller. */
    void file(String file, int bytes, long seed) throws IOException {
        byte[] content = new byte[bytes];
        new Random(seed).nextBytes(content);
        Files.write(folder.resolve(file), content);
    }

    /** Builds an image on the build server. */
    Artifact.Image image(String tag, String dockerfile) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        String reference = name + ":" + tag;
        build.docker()
                .docker("build", "--tag", reference, folder.toString())
                .withEnvironment(Map.of("DOCKER_BUILDKIT", "1", "BUILDX_NO_DEFAULT_ATTESTATIONS", "1"))
                .run()
                .orFail();
        return new Artifact.Image(id(build, reference), reference, tag);
    }

    static String id(TestHost host, String image) {
        return host.docker()
                .docker("image", "inspect", "--format", "{{.Id}}", image)
                .run()
                .orFail()
                .text();
    }

    /** What a command prints in a container of the image on the deploy server. */
    String runs(Artifact.Image image, String... command) {
        String[] words = new String[command.length + 3];
        words[0] = "run";
        words[1] = "--rm";
        words[2] = ImageIdentity.name(image);
        System.arraycopy(command, 0, words, 3, command.length);
        return deploy.docker().docker(words).run().orFail().text();
    }

    @Override
    public void close() {
        engines.close();
        servers.close();
    }
}
