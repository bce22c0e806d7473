package io.jenkins.plugins.hades.target.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.model.OperationStep;
import io.jenkins.plugins.hades.target.CheckResult;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Trial;
import io.jenkins.plugins.hades.testbed.process.CommandResult;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine still does, and what it can be asked, when the process that asked it for a change has died. */
class DockerAfterCrashITest {
    /** A server that serves on when it is told to end, until it is killed. */
    private static final String DEAF =
            "RUN mkdir -p /www && echo deaf > /www/index.html\nCMD [\"httpd\", \"-f\", \"-p\", \"80\", \"-h\", \"/www\"]\n";

    private static DockerBed bed;

    private final TrialContext context = new TrialContext();
    private final RunSettings settings = DockerBed.run().settings();

    private RunPlan serving;

    @BeforeAll
    static void open() {
        bed = DockerBed.on("crashed");
    }

    @AfterAll
    static void close() {
        if (bed != null) {
            bed.close();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        Trial trial = Trial.on(bed.server);
        bed.target.create(trial.plan(1, bed.image("deaf", DEAF), settings), context);
        serving = trial.having(1).plan(1, bed.image("deaf", DEAF), settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {Changeover.STOP, Removal.REMOVE})
    void aContainerThatIsBeingStoppedIsNotTakenForOneThatServes(String step) throws Exception {
        String name = bed.target.containerName(serving, context).orElseThrow();
        CompletableFuture<CommandResult> stop = CompletableFuture.supplyAsync(
                () -> bed.docker.docker("stop", "--time", "2", name).run());

        bed.target.awaitQuiet(serving, begun(step, Instant.now().plusSeconds(60)), context);

        assertThat(bed.target.check(serving, context).reason()).isPresent();
        stop.join().orFail();
        bed.target.update(serving, context);
        assertThat(bed.target.check(serving, context)).isEqualTo(CheckResult.healthy());
    }

    @Test
    void aContainerThatWasNotToldToEndIsWaitedForNoLongerThanItsTime() throws Exception {
        Instant longAgo = Instant.now().minusSeconds(60);

        bed.target.awaitQuiet(serving, begun(Changeover.STOP, longAgo), context);
        bed.target.awaitQuiet(serving, begun("Check health", Instant.now().plusSeconds(600)), context);

        assertThat(bed.target.check(serving, context)).isEqualTo(CheckResult.healthy());
    }

    @Test
    void aReleaseHasProvedHealthyOnceItsContainerHasItsRestartPolicy() throws Exception {
        assertThat(bed.target.proved(serving, context)).isTrue();
        String name = bed.target.containerName(serving, context).orElseThrow();

        bed.docker.docker("update", "--restart", "no", name).run().orFail();

        assertThat(bed.target.proved(serving, context)).isFalse();
    }

    private static OperationStep begun(String name, Instant when) {
        return new OperationStep(1, 1, name, when, Optional.empty(), false);
    }
}
