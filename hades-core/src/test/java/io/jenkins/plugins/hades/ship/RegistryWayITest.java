package io.jenkins.plugins.hades.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.image.ProcessWatch;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class RegistryWayITest {
    private static final String PASSWORD = "pass:word-" + UUID.randomUUID();

    private static ShipBed bed;
    private static io.jenkins.plugins.hades.testbed.docker.Registry server;

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.REGISTRY);
        TestHost build = Testbed.shared().host("ship-build");
        TestHost deploy = Testbed.shared().host("ship-deploy");
        build.docker();
        deploy.docker();
        bed = new ShipBed(build, deploy);
        server = io.jenkins.plugins.hades.testbed.docker.Registry.startOn(
                Testbed.shared().host("ship-registry").place(), "hades", PASSWORD);
    }

    @AfterAll
    static void close() {
        if (bed != null) {
            bed.close();
            server.close();
        }
    }

    @Test
    void an_image_goes_through_the_registry_with_a_login_that_is_seen_nowhere() throws Exception {
        bed.file("content", 1_000_000, 5);
        Artifact.Image image = bed.image("1", "FROM busybox:hades\nCOPY content /content\n");

        ProcessWatch watch = ProcessWatch.start(PASSWORD);
        ShipReport report = bed.ship(image, registry(PASSWORD));
        ShipReport again = bed.ship(image, registry(PASSWORD));
        boolean seen = watch.end();

        assertThat(report.way()).isEqualTo(ShipReport.Way.REGISTRY);
        assertThat(again.way()).isEqualTo(ShipReport.Way.NOTHING);
        assertThat(bed.runs(image, "sh", "-c", "wc -c < /content")).isEqualTo("1000000");
        assertThat(seen).isFalse();
        for (TestHost host : new TestHost[] {bed.build, bed.deploy}) {
            assertThat(host.command("grep", "-rlF", PASSWORD, "/root", "/home", "/tmp", "/etc", "/run")
                            .run()
                            .out())
                    .isEmpty();
            assertThat(host.docker()
                            .docker("image", "ls", "--format", "{{.Repository}}")
                            .run()
                            .out())
                    .doesNotContain(server.name());
        }
        assertThat(String.join("\n", bed.context.lines())).doesNotContain(PASSWORD);
    }

    @Test
    void a_wrong_password_is_told_with_what_to_check() throws Exception {
        Artifact.Image image = bed.image("2", "FROM busybox:hades\nRUN echo two > /two\n");

        HadesException failure = catchThrowableOfType(HadesException.class, () -> bed.ship(image, registry("wrong")));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNTRUSTED);
        assertThat(failure).hasMessageContaining("refuses the login of hades");
        assertThat(failure.remedy()).contains("Check the registry's user and password in the configuration of Hades");
        assertThat(bed.present(image)).isFalse();
    }

    @Test
    void a_registry_that_does_not_answer_is_named() throws Exception {
        Artifact.Image image = bed.image("3", "FROM busybox:hades\nRUN echo three > /three\n");
        Registry gone = new Registry(bed.deploy.address() + ":1/team", Optional.empty(), () -> "");

        HadesException failure = catchThrowableOfType(HadesException.class, () -> bed.ship(image, Optional.of(gone)));

        assertThat(failure).hasMessageContaining(gone.address()).hasMessageContaining("from server ship-build");
        assertThat(bed.present(image)).isFalse();
    }

    private static Optional<Registry> registry(String password) {
        return Optional.of(new Registry(server.name(), Optional.of("hades"), () -> password));
    }
}
