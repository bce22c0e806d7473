package io.jenkins.plugins.hades.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.docker.DockerServers;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ImageShipperITest {
    private static final int LARGE = 3_000_000;

    private static TestHost build;
    private static TestHost deploy;
    private static DockerServers servers;
    private static DockerEngines engines;

    private final TrialContext context = new TrialContext();
    private final ImageShipper shipper = new ImageShipper(engines, Optional.empty());
    private final Path folder = Testbed.shared().folder("ship " + UUID.randomUUID());
    private final String name = "hades/" + UUID.randomUUID();

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX);
        build = Testbed.shared().host("ship-build");
        deploy = Testbed.shared().host("ship-deploy");
        build.docker();
        deploy.docker();
        servers = new DockerServers();
        engines = new DockerEngines();
    }

    @AfterAll
    static void close() {
        engines.close();
        servers.close();
    }

    @Test
    void only_layers_that_the_deploy_server_lacks_are_sent() throws Exception {
        Files.write(folder.resolve("large"), random(11));
        Artifact.Image first = image("1", "FROM busybox:hades\nCOPY large /large\n");
        Artifact.Image second = image("2", "FROM " + name + ":1\nRUN echo new > /new\n");

        ShipReport large = ship(first);
        ShipReport small = ship(second);
        ShipReport nothing = ship(second);

        assertThat(large.way()).isEqualTo(ShipReport.Way.MISSING_LAYERS);
        assertThat(large.sent()).isEqualTo(1);
        assertThat(large.bytesFromBuild()).isBetween((long) LARGE, LARGE * 102L / 100);
        assertThat(small.sent()).isEqualTo(1);
        assertThat(small.bytesFromBuild()).isPositive().isLessThan(50_000);
        assertThat(small.bytesToDeploy()).isEqualTo(small.bytesFromBuild());
        assertThat(nothing.way()).isEqualTo(ShipReport.Way.NOTHING);
        assertThat(deploy.docker()
                        .docker("run", "--rm", second.reference(), "cat", "/new")
                        .run()
                        .orFail()
                        .out())
                .isEqualTo("new\n");
        assertThat(build.command("sh", "-c", "ls -A /root/.hades/ship").run().out())
                .isEmpty();
    }

    @Test
    void images_of_further_stages_go_along_and_send_only_what_the_main_one_did_not() throws Exception {
        Files.write(folder.resolve("large"), random(12));
        Artifact.Image main = image("main", "FROM busybox:hades\nCOPY large /large\nRUN echo main > /main\n");
        Artifact.Image tools = image("tools", "FROM " + name + ":main\nRUN echo tools > /tools\n");
        Artifact.Image both = new Artifact.Image(
                main.digest(),
                main.reference(),
                main.inputs(),
                List.of(new Artifact.Image.Further("tools", tools.digest(), tools.reference())));

        ShipReport report = ship(both);

        assertThat(report.sent()).isEqualTo(2);
        assertThat(context.lines())
                .anyMatch(
                        line -> line.startsWith("Further image tools (" + tools.reference() + "): Sent 1 of 4 layers"));
        assertThat(deploy.docker()
                        .docker("run", "--rm", tools.reference(), "cat", "/main", "/tools")
                        .run()
                        .orFail()
                        .out())
                .isEqualTo("main\ntools\n");
    }

    @Test
    void one_engine_needs_no_shipping() throws Exception {
        Artifact.Image image = image("3", "FROM busybox:hades\nRUN echo same > /same\n");

        ShipReport report = shipper.ship(image, servers.of(build), servers.of(build), context);

        assertThat(report.way()).isEqualTo(ShipReport.Way.NOTHING);
        assertThat(report.bytesFromBuild()).isZero();
    }

    @Test
    void an_image_that_the_build_server_has_no_more_is_told() {
        Artifact.Image gone = new Artifact.Image("sha256:" + "0".repeat(64), name + ":none", "none");

        assertThatThrownBy(() -> ship(gone)).isInstanceOfSatisfying(HadesException.class, e -> assertThat(e.kind())
                .isEqualTo(ErrorKind.NOT_FOUND));
    }

    private ShipReport ship(Artifact.Image image) throws InterruptedException {
        return shipper.ship(image, servers.of(build), servers.of(deploy), context);
    }

    private Artifact.Image image(String tag, String dockerfile) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        String reference = name + ":" + tag;
        build.docker()
                .docker("build", "--tag", reference, folder.toString())
                .withEnvironment(Map.of("DOCKER_BUILDKIT", "1"))
                .run()
                .orFail();
        String id = build.docker()
                .docker("image", "inspect", "--format", "{{.Id}}", reference)
                .run()
                .orFail()
                .text();
        return new Artifact.Image(id, reference, tag);
    }

    private static byte[] random(int seed) {
        byte[] bytes = new byte[LARGE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
