package io.jenkins.plugins.hades.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.docker.DockerHome;
import io.jenkins.plugins.hades.testbed.docker.ImageStore;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of image stores, with the machine's own Docker and with a newer one where there is one. */
@Timeout(300)
class ImageStorePairsITest {
    private static final int LARGE = 2_000_000;

    /** A kind of server; one host of each is enough for building, and one for deploying. */
    private enum Kind {
        INSTALLED(ImageStore.CLASSIC),
        CLASSIC(ImageStore.CLASSIC),
        CONTAINERD(ImageStore.CONTAINERD);

        private final ImageStore store;

        Kind(ImageStore store) {
            this.store = store;
        }

        TestHost host(String role) {
            TestHost host = Testbed.shared().host(role + "-" + name().toLowerCase(Locale.ROOT));
            host.docker(store, this == INSTALLED ? DockerHome.installed() : DockerHome.chosen());
            return host;
        }
    }

    @BeforeAll
    static void needs() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX);
        Testbed.requireWhereThere(Need.CONTAINERD_STORE);
    }

    @ParameterizedTest
    @CsvSource({
        "INSTALLED, CLASSIC",
        "INSTALLED, CONTAINERD",
        "CLASSIC, INSTALLED",
        "CLASSIC, CONTAINERD",
        "CONTAINERD, INSTALLED",
        "CONTAINERD, CLASSIC",
        "CONTAINERD, CONTAINERD"
    })
    void only_what_the_deploy_server_lacks_is_sent_and_the_image_is_known_there(Kind from, Kind to) throws Exception {
        String role = repacked(from, to) ? "pair-of-" + from.name().toLowerCase(Locale.ROOT) : "pair-deploy";
        try (ShipBed bed = new ShipBed(from.host("pair-build"), to.host(role))) {
            bed.file("large", LARGE, (from.name() + to.name()).hashCode());
            Artifact.Image first = bed.image("1", "FROM busybox:hades\nCOPY large /large\n");
            Artifact.Image second = bed.image("2", "FROM " + bed.name + ":1\nRUN echo new > /new\n");
            assertThat(bed.present(first)).isFalse();

            ShipReport large = bed.ship(first);
            ShipReport small = bed.ship(second);
            ShipReport nothing = bed.ship(second);

            assertThat(large.way()).isEqualTo(ShipReport.Way.MISSING_LAYERS);
            assertThat(large.sent()).isEqualTo(repacked(from, to) ? 2 : 1);
            assertThat(large.bytesFromBuild())
                    .isBetween((long) LARGE, repacked(from, to) ? 2L * LARGE : LARGE * 102L / 100);
            assertThat(small.way()).isEqualTo(ShipReport.Way.MISSING_LAYERS);
            assertThat(small.sent()).isEqualTo(1);
            assertThat(small.bytesToDeploy()).isPositive().isLessThan(50_000);
            assertThat(nothing.way()).isEqualTo(ShipReport.Way.NOTHING);
            assertThat(bed.present(first)).isTrue();
            assertThat(bed.present(second)).isTrue();
            assertThat(bed.runs(second, "cat", "/new")).isEqualTo("new");
            assertThat(ShipBed.id(bed.deploy, second.reference()))
                    .isEqualTo(ShipBed.id(bed.deploy, ImageIdentity.name(second)));
            assertThat(bed.deploy.docker().containersWith("io.jenkins.plugins.hades.probe"))
                    .isEmpty();
        }
    }

    /** A layer that the deploy server got from elsewhere is another file there than the one that comes out of a classic store, and goes over once. */
    private static boolean repacked(Kind from, Kind to) {
        return to == Kind.CONTAINERD && from != Kind.CONTAINERD;
    }

    @Test
    void layers_that_only_seem_to_be_there_are_sent_after_all() throws Exception {
        try (ShipBed bed = new ShipBed(Kind.CONTAINERD.host("pair-build"), Kind.CONTAINERD.host("pair-deploy"))) {
            bed.file("large", LARGE, 77);
            Artifact.Image image = bed.image("1", "FROM busybox:hades\nCOPY large /large\n");
            DirectWay way = new DirectWay(
                    bed.engines.engine(bed.servers.of(bed.build), bed.context),
                    bed.engines.engine(bed.servers.of(bed.deploy), bed.context),
                    bed.context);

            DirectWay.Brought brought = way.bring(
                    image,
                    image.digest(),
                    Layers.of(bed.engines
                            .engine(bed.servers.of(bed.build), bed.context)
                            .client()
                            .inspectImageCmd(image.digest())
                            .exec()),
                    2);

            assertThat(brought.report().way()).isEqualTo(ShipReport.Way.WHOLE_IMAGE);
            assertThat(bed.context.lines()).anyMatch(line -> line.contains("does not have the layers that it seemed"));
            bed.ship(image);
            assertThat(bed.runs(image, "ls", "/large")).isEqualTo("/large");
        }
    }

    @Test
    void an_image_of_which_only_a_part_was_loaded_does_not_count() throws Exception {
        try (ShipBed bed = new ShipBed(Kind.CONTAINERD.host("pair-build"), Kind.CONTAINERD.host("pair-deploy"))) {
            bed.file("large", LARGE, 78);
            Artifact.Image image = bed.image("1", "FROM busybox:hades\nCOPY large /large\n");
            String archive = Testbed.shared().folder("part") + "/archive";
            bed.build
                    .command(
                            "sh",
                            "-c",
                            "docker save " + image.digest() + " | tar -C $(mktemp -d) -xf - ; cd /tmp/tmp.*/ "
                                    + "&& find blobs -size +1500k -delete && tar -cf " + archive + " .")
                    .run()
                    .orFail();
            bed.deploy.docker().docker("load", "--input", archive).run();

            boolean present = bed.present(image);

            assertThat(present).isFalse();
            assertThatThrownBy(() -> LoadedImage.requireWhole(
                            bed.engines.engine(bed.servers.of(bed.deploy), bed.context), image.digest(), 2))
                    .isInstanceOf(HadesException.class);
            bed.ship(image);
            assertThat(bed.runs(image, "ls", "/large")).isEqualTo("/large");
        }
    }
}
