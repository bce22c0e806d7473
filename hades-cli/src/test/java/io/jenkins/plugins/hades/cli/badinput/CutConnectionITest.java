package io.jenkins.plugins.hades.cli.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Connections and daemons that go away in the middle of a deployment. */
@Timeout(300)
class CutConnectionITest {
    private static final String SLOW_BUILD = "FROM busybox:hades\nRUN echo the long step begins; sleep 7272\n";

    private static Bed bed;

    @BeforeAll
    static void serve() {
        bed = Bed.start("cuts");
        bed.branch("slow-build", bed.config(), Map.of("Dockerfile", SLOW_BUILD));
        bed.branch("slow-start", bed.config().replace("6s", "10s"), Map.of("serve.sh", "sleep 7373\n"));
    }

    @AfterEach
    void requireUnharmed() {
        bed.requireUnharmed();
    }

    @Test
    void aConnectionThatIsCutInTheMiddleOfABuildEndsTheBuild() {
        Running deployment = bed.begin("deploy", "--ref", "slow-build").awaitText("the long step begins");

        bed.build().ssh().killConnections();

        Outcome outcome = deployment.end();
        assertThat(outcome.code()).as(outcome.out()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(outcome.out()).contains("server build", "connection", " failed: ");
    }

    @Test
    void aConnectionThatIsCutInTheMiddleOfTheSwitchIsMadeAnew() {
        String late = "busybox sleep 3\n" + Bed.read(bed.example().resolve("serve.sh"));
        bed.branch("late", bed.config(), Map.of("serve.sh", late, "version.txt", "2\n"));
        Running deployment = bed.begin("deploy", "--ref", "late").awaitText("== Check health");

        bed.deploy().ssh().killConnections();

        Outcome outcome = deployment.end();
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(bed.answer()).isEqualTo("Hello, version 2");
        assertThat(bed.hades("deploy").code()).isZero();
    }

    /** Takes two minutes, as Hades goes on looking for the server for a while. */
    @Test
    @EnabledIfSystemProperty(named = "hades.long", matches = "true")
    void aServerThatIsLostInTheMiddleOfTheSwitchIsToldAndTheNextDeploymentPutsItRight() {
        Running deployment = bed.begin("deploy", "--ref", "slow-start").awaitText("== Check health");
        bed.deploy().ssh().stop();
        Outcome outcome;
        Outcome status;
        try {
            bed.deploy().ssh().killConnections();
            outcome = deployment.end();
            status = bed.hades("status");
        } finally {
            bed.deploy().ssh().start();
        }

        assertThat(outcome.code()).as(outcome.out()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(outcome.out()).contains("server deploy", " failed: ", "could not be brought back");
        assertThat(status.out()).contains("FAILURE", "server deploy");
        assertThat(bed.hades("deploy").code()).isZero();
    }

    @Test
    void aWireThatIsCutForSomeSecondsInTheMiddleOfADeploymentIsSurvived() {
        Running deployment = bed.begin("deploy").awaitText("== Build");

        bed.build().place().disconnect();
        bed.deploy().place().disconnect();
        assertThat(answers(bed.build().ssh())).isFalse();
        bed.build().place().reconnect();
        bed.deploy().place().reconnect();

        assertThat(deployment.end().code()).isZero();
    }

    /** Whether somebody accepts a connection within three seconds. */
    private static boolean answers(SshServer server) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), 3000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aDockerDaemonThatIsRestartedDuringABuildIsToldAndTheNextDeploymentSucceeds() {
        Running deployment = bed.begin("deploy", "--ref", "slow-build").awaitText("the long step begins");

        bed.build().docker().restart();

        Outcome outcome = deployment.end();
        assertThat(outcome.code()).as(outcome.out()).isEqualTo(ExitCode.FAILED.code());
        assertThat(outcome.out()).contains("Building the image of project cuts on server build failed: ");
    }

    @Test
    void aDockerDaemonThatIsRestartedDuringTheSwitchBringsTheOldReleaseBack() {
        Running deployment = bed.begin("deploy", "--ref", "slow-start").awaitText("== Check health");

        bed.deploy().docker().restart();

        Outcome outcome = deployment.end();
        assertThat(outcome.code()).as(outcome.out()).isNotZero();
        assertThat(outcome.out())
                .containsPattern("== Running release \\d+ of cuts/production on server deploy failed: ");
    }

    @Test
    void anInterruptedCommandCancelsWhatItBegan() {
        Running deployment = bed.begin("deploy", "--ref", "slow-build").awaitText("the long step begins");
        String number = bed.hades("operations", "--json").out().replaceFirst("(?s).*?\"id\" : (\\d+).*", "$1");

        assertThat(bed.hades("cancel", number).code()).isZero();

        Outcome outcome = deployment.end();
        assertThat(outcome.code()).isEqualTo(ExitCode.CANCELLED.code());
        assertThat(outcome.out()).contains("== Cancelled by ");
    }
}
