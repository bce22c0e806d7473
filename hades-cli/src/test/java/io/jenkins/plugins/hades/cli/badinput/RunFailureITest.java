package io.jenkins.plugins.hades.cli.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.testbed.process.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Images that cannot serve: the command tells which check failed and with what answer, and the release before serves again. */
@Timeout(180)
class RunFailureITest {
    private static final String BACK = "Release %s was started again: GET /health on port 8080 answered 200 OK";

    private static Bed bed;

    @BeforeAll
    static void serve() {
        bed = Bed.start("runs");
    }

    @AfterEach
    void requireUnharmed() {
        bed.requireUnharmed();
    }

    @Test
    void anImageThatStartsAndDiesIsToldWithItsLastLines() {
        bed.branch("dies", bed.config(), Map.of("serve.sh", "echo the port is missing; exit 3\n"));

        Outcome outcome = bed.hades("deploy", "--ref", "dies");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(outcome.out())
                .containsPattern("== Running release \\d+ of runs/production on server deploy failed: container"
                        + " hades-runs-production-r\\d+ exited with code 3 before GET /health on port 8080 succeeded;"
                        + " its last lines:\n.*  \\| the port is missing\n.* Release \\d+ serves as before\\.\n")
                .containsPattern(BACK.formatted("\\d+"));
    }

    @Test
    void aHealthCheckThatIsNeverAnsweredIsToldWithTheLastAnswer() {
        bed.branch("ill", bed.config().replace("/health", "/nothing").replace("6s", "1s"), Map.of());

        Outcome outcome = bed.hades("deploy", "--ref", "ill");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(outcome.out())
                .containsPattern(
                        "== Running release \\d+ of runs/production on server deploy failed: GET /nothing on port"
                                + " 8080 did not succeed within 1 s \\(\\d+ attempts\\); the last one answered 404 Not Found,"
                                + " expected 200 to 399")
                .containsPattern(BACK.formatted("\\d+"));
    }

    @Test
    void aPortThatIsTakenIsToldWithWhatHoldsIt() {
        String page = bed.config() + "  squeezed:\n    publish: 8333\n    variables: {BASE: \"busybox:hades\"}\n";
        bed.commit(page, Map.of());
        ProcessHandle holder = bed.listen(8333);
        try {
            Outcome outcome = bed.hades("deploy", "--environment", "squeezed");

            assertThat(outcome.code()).isEqualTo(ExitCode.CONFLICT.code());
            assertThat(outcome.out())
                    .contains(
                            "== Running release 1 of runs/squeezed on server deploy failed: port 8333/tcp of the server"
                                    + " is taken by process busybox (pid " + holder.pid()
                                    + "). Choose another port in the"
                                    + " project's config, or end what holds this one.");
        } finally {
            holder.destroyForcibly();
        }
        await().until(() -> !holder.isAlive());
        assertThat(bed.hades("deploy", "--environment", "squeezed").code()).isZero();
        assertThat(bed.hades("destroy", "--environment", "squeezed", "--yes").code())
                .isZero();
        bed.commit(bed.config(), Map.of());
    }

    @Test
    void aFullLogDiskKeepsNothingFromBeingDeployedAndIsTold() {
        Path logs = bed.home().resolve("logs");
        Command.of("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", logs.toString())
                .run()
                .orFail();
        try {
            Command.of("sh", "-c", "head -c 16384 /dev/zero > " + logs + "/full")
                    .run();

            Outcome outcome = bed.hades("redeploy", "--json");

            assertThat(outcome.code()).as(outcome.text()).isZero();
            assertThat(outcome.out())
                    .contains("\"status\" : \"SUCCEEDED\"", "Its log is incomplete: ", "No space left on device");
        } finally {
            Command.of("umount", logs.toString()).run().orFail();
        }
        assertThat(Files.isDirectory(logs)).isTrue();
    }
}
