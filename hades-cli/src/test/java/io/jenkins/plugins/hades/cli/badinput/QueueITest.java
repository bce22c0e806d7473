package io.jenkins.plugins.hades.cli.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.cli.ExitCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several deployments of one environment at once. */
@Timeout(180)
class QueueITest {
    private static Bed bed;

    @BeforeAll
    static void serve() {
        bed = Bed.start("queue");
        bed.branch("slow", bed.config(), Map.of("Dockerfile", "FROM busybox:hades\nRUN echo it begins; sleep 7474\n"));
    }

    @AfterEach
    void requireUnharmed() {
        bed.requireUnharmed();
    }

    @Test
    void aSecondDeploymentWaitsAThirdTakesItsPlaceAndRunsWhenTheFirstHasEnded() {
        Running first = bed.begin("deploy", "--ref", "slow").awaitText("it begins");
        String slow = newest();
        Running second = bed.begin("deploy");
        await().atMost(Duration.ofSeconds(30)).until(() -> !newest().equals(slow));
        Running third = bed.begin("deploy");

        Outcome superseded = second.end();
        assertThat(superseded.code()).isEqualTo(ExitCode.SUPERSEDED.code());
        assertThat(bed.hades("operations").out()).containsPattern("(?m)SUPERSEDED .*operation \\d+");
        assertThat(bed.answer()).isEqualTo("Hello, version 1");
        assertThat(bed.hades("cancel", slow).code()).isZero();
        assertThat(first.end().code()).isEqualTo(ExitCode.CANCELLED.code());
        assertThat(third.end().code()).isZero();
    }

    private static String newest() {
        return bed.hades("operations", "--json").out().replaceFirst("(?s).*?\"id\" : (\\d+).*", "$1");
    }
}
