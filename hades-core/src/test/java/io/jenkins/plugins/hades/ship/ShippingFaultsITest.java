package io.jenkins.plugins.hades.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Transfers that are cut while layers are on their way, and disks that are full. */
@Timeout(300)
class ShippingFaultsITest {
    private static final int LARGE = 60_000_000;

    /** Where engines put what they are being given: those with a store of their own, and containerd. */
    private static final List<String> INCOMING = List.of("/var/lib/docker/tmp", "/var/lib/containerd");

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @BeforeAll
    static void needs() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX);
    }

    @AfterEach
    void endThread() {
        other.shutdownNow();
    }

    @Test
    void a_transfer_whose_deploy_server_is_cut_off_fails_and_the_next_one_completes() throws Exception {
        try (ShipBed bed = bed("fault-build", "fault-deploy")) {
            cut(bed, bed.deploy, 1);
        }
    }

    @Test
    void a_transfer_whose_build_server_is_cut_off_fails_and_the_next_one_completes() throws Exception {
        try (ShipBed bed = bed("fault-build", "fault-deploy")) {
            cut(bed, bed.build, 2);
        }
    }

    private void cut(ShipBed bed, TestHost victim, long seed) throws Exception {
        bed.file("large", LARGE, seed);
        Artifact.Image image = bed.image("1", "FROM busybox:hades\nCOPY large /large\n");
        long before = incoming(bed.deploy);

        Future<ShipReport> transfer = other.submit(() -> bed.ship(image));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> incoming(bed.deploy) > before + 500_000);
        victim.place().disconnect();
        try {
            ExecutionException failure = catchThrowableOfType(ExecutionException.class, transfer::get);
            assertThat(failure.getCause()).isInstanceOfSatisfying(HadesException.class, e -> assertThat(e.kind())
                    .isIn(ErrorKind.UNREACHABLE, ErrorKind.FAILED));
            assertThat(failure.getCause())
                    .hasMessageContaining(victim.place().name().replace("host ", ""));
        } finally {
            victim.place().reconnect();
        }

        assertThat(bed.present(image)).isFalse();
        bed.ship(image);
        assertThat(bed.runs(image, "sh", "-c", "wc -c < /large")).isEqualTo(String.valueOf(LARGE));
    }

    @Test
    void a_full_deploy_server_is_told_what_runs_there_runs_on_and_a_smaller_image_still_goes() throws Exception {
        TestHost small = Testbed.shared().host("fault-full-deploy");
        small.place().shrink("/var/lib/docker", 40);
        small.place().shrink("/var/lib/containerd", 40);
        try (ShipBed bed = bed("fault-build", "fault-full-deploy")) {
            String running = small.docker()
                    .docker("run", "--detach", "busybox:hades", "sleep", "600")
                    .run()
                    .orFail()
                    .text();
            bed.file("large", LARGE, 3);
            Artifact.Image image = bed.image("1", "FROM busybox:hades\nCOPY large /large\n");

            HadesException failure = catchThrowableOfType(HadesException.class, () -> bed.ship(image));

            assertThat(failure).hasMessageContaining("there is no disk space left on server fault-full-deploy");
            assertThat(failure.remedy()).isPresent();
            assertThat(bed.present(image)).isFalse();
            assertThat(small.docker()
                            .docker("inspect", "--format", "{{.State.Running}}", running)
                            .run()
                            .text())
                    .isEqualTo("true");
            Artifact.Image smaller = bed.image("2", "FROM busybox:hades\nRUN echo small > /small\n");
            bed.ship(smaller);
            assertThat(bed.runs(smaller, "cat", "/small")).isEqualTo("small");
        }
    }

    @Test
    void a_build_server_without_room_for_the_image_once_more_is_told_and_nothing_is_left_there() throws Exception {
        TestHost small = Testbed.shared().host("fault-full-build");
        small.place().shrink("/root/.hades", 20);
        try (ShipBed bed = bed("fault-full-build", "fault-deploy")) {
            bed.file("large", LARGE, 4);
            Artifact.Image image = bed.image("1", "FROM busybox:hades\nCOPY large /large\n");

            HadesException failure = catchThrowableOfType(HadesException.class, () -> bed.ship(image));

            assertThat(failure).hasMessageContaining("there is no disk space left on server fault-full-build");
            assertThat(failure.remedy()).isPresent();
            assertThat(bed.present(image)).isFalse();
            assertThat(small.command("ls", "-A", "/root/.hades/ship").run().text())
                    .isEmpty();
        }
    }

    private static ShipBed bed(String build, String deploy) {
        TestHost from = Testbed.shared().host(build);
        TestHost to = Testbed.shared().host(deploy);
        from.docker();
        to.docker();
        return new ShipBed(from, to);
    }

    private static long incoming(TestHost host) {
        return INCOMING.stream().mapToLong(folder -> size(host.file(folder))).sum();
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException e) {
            // Files come and go while they are counted.
            return 0;
        }
    }
}
