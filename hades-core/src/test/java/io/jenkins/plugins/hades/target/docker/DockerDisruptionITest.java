package io.jenkins.plugins.hades.target.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.config.VolumeMount;
import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.FailureReason;
import io.jenkins.plugins.hades.target.CheckResult;
import io.jenkins.plugins.hades.target.HttpGet;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Running;
import io.jenkins.plugins.hades.target.Trial;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an update when its server is disturbed in the middle of it. */
class DockerDisruptionITest {
    private static DockerBed bed;

    private final TrialContext context = new TrialContext();
    /** With a volume that both releases write to, so that there is a moment at which nothing serves. */
    private final RunSettings settings =
            DockerBed.run().volumes(new VolumeMount("data", "/data", false)).settings();

    private Trial trial;

    @BeforeAll
    static void open() {
        bed = DockerBed.on("disturbed");
    }

    @AfterAll
    static void close() {
        if (bed != null) {
            bed.close();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        trial = Trial.on(bed.server);
        bed.target.create(trial.plan(1, bed.application("one"), settings), context);
        trial = trial.having(1);
    }

    private RunPlan next() {
        return trial.plan(2, bed.application("two"), settings);
    }

    private RunPlan current() {
        return trial.plan(1, bed.application("one"), settings);
    }

    private String answer(String url) throws InterruptedException {
        return HttpGet.body(bed.server, Integer.parseInt(url.substring("http://127.0.0.1:".length())), "/");
    }

    private void assertServesOn() throws InterruptedException {
        assertThat(bed.target.check(current(), context)).isEqualTo(CheckResult.healthy());
        assertThat(answer(bed.target.info(current(), context).get(0).url())).isEqualTo("one");
    }

    @Test
    void aConnectionThatIsCutInTheMiddleOfTheSwitchIsMadeAnew() throws Exception {
        TrialContext cut = TrialContext.disturbedIn(
                "Start container", () -> bed.machine.ssh().killConnections());

        Running running = bed.target.update(next(), cut);

        assertThat(answer(running.url())).isEqualTo("two");
    }

    @Test
    void aDaemonThatRestartsInTheMiddleOfTheSwitchIsWaitedFor() throws Exception {
        TrialContext stopping = TrialContext.disturbedIn("Start container", () -> bed.docker.stop());
        CompletableFuture<Void> restart = CompletableFuture.runAsync(() -> {
            await().atMost(Duration.ofMinutes(1)).until(() -> stopping.lines().stream()
                    .anyMatch(line -> line.contains("It is tried again for 30 s")));
            bed.docker.start();
        });

        Running running = bed.target.update(next(), stopping);

        restart.join();
        assertThat(answer(running.url())).isEqualTo("two");
    }

    @Test
    void whenTheDaemonRestartsDuringTheCheckTheOldReleaseServesOn() throws Exception {
        TrialContext restarting = TrialContext.disturbedIn("Check health", () -> bed.docker.restart());

        HadesException failure =
                catchThrowableOfType(HadesException.class, () -> bed.target.update(next(), restarting));

        assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
        assertThat(failure).hasMessageContaining("exited with code").hasMessageContaining("Release 1 serves as before");
        assertServesOn();
    }

    @Test
    void aReleaseKeepsItsPortWhenTheDaemonRestarts() throws Exception {
        String before = bed.target.info(current(), context).get(0).url();

        bed.docker.restart();

        assertServesOn();
        assertThat(bed.target.info(current(), context).get(0).url()).isEqualTo(before);
    }

    @Test
    void anUpdateCancelledWhileNothingServesPutsTheOldReleaseBack() throws Exception {
        TrialContext cancelled = TrialContext.cancelledIn("Start container");

        HadesException failure = catchThrowableOfType(HadesException.class, () -> bed.target.update(next(), cancelled));

        assertThat(failure.kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(failure).hasMessageContaining("Release 1 serves as before");
        assertServesOn();
    }

    @Test
    void aContainerThatDiedIsFoundByTheCheckAndStartedByAnUpdateToItsRelease() throws Exception {
        String container =
                bed.docker.containersWith(Labels.ENVIRONMENT + "=" + trial.id()).get(0);
        bed.docker.docker("kill", container).run().orFail();

        CheckResult result = bed.target.check(current(), context);
        bed.target.update(current(), context);

        assertThat(result.reason()).contains(FailureReason.GENERIC);
        assertThat(result.detail()).contains("exited with code 137");
        assertServesOn();
        assertThat(bed.docker.containersWith(Labels.ENVIRONMENT + "=" + trial.id()))
                .containsExactly(container);
    }

    @Test
    void aContainerThatSomebodyRemovedIsMadeAnew() throws Exception {
        String container =
                bed.docker.containersWith(Labels.ENVIRONMENT + "=" + trial.id()).get(0);
        bed.docker.docker("rm", "--force", container).run().orFail();

        CheckResult result = bed.target.check(current(), context);
        bed.target.restart(current(), context);

        assertThat(result.reason()).contains(FailureReason.GENERIC);
        assertThat(result.detail()).contains("no container of release 1");
        assertServesOn();
    }
}
