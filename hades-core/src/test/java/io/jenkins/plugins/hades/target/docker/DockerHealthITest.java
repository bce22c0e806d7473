package io.jenkins.plugins.hades.target.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.hades.config.HealthConfig;
import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.store.VariableValue;
import io.jenkins.plugins.hades.target.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What decides whether a release serves, with real containers. */
class DockerHealthITest {
    private static DockerBed bed;

    private final TrialContext context = new TrialContext();
    private Trial trial;

    @BeforeAll
    static void open() {
        bed = DockerBed.on("targets");
    }

    @AfterAll
    static void close() {
        if (bed != null) {
            bed.close();
        }
    }

    @BeforeEach
    void begin() {
        trial = Trial.on(bed.server);
    }

    private HadesException failure(Artifact image, RunSettings settings, VariableValue... variables) {
        return catchThrowableOfType(
                HadesException.class, () -> bed.target.create(trial.plan(1, image, settings, variables), context));
    }

    @Test
    void anImageThatStartsAndDiesIsSeenAtOnceWithItsExitCodeAndLastLines() {
        Artifact image = bed.image(
                "dies",
                "CMD [\"sh\", \"-c\", \"seq 1 50; echo the token is $TOKEN; echo cannot go on >&2; exit 3\"]\n");
        RunSettings settings = DockerBed.run().timeout(Duration.ofMinutes(5)).settings();
        Instant begin = Instant.now();

        HadesException failure = failure(image, settings, Trial.secret("TOKEN", "canary-1"));

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
        assertThat(failure)
                .hasMessageContaining("exited with code 3")
                .hasMessageContaining("before GET / on port 80 succeeded")
                .hasMessageContaining("| 50")
                .hasMessageContaining("| the token is ****")
                .hasMessageContaining("| cannot go on")
                .hasMessageNotContaining("| 30\n")
                .hasMessageNotContaining("canary-1");
        assertThat(context.lines()).contains("  | cannot go on").noneMatch(line -> line.contains("canary-1"));
    }

    @Test
    void aHealthCheckThatIsNeverAnsweredEndsWithItsTime() {
        Artifact image =
                bed.image("silent", "CMD [\"sh\", \"-c\", \"trap exit TERM; echo silence; sleep 60 & wait\"]\n");

        HadesException failure =
                failure(image, DockerBed.run().timeout(Duration.ofSeconds(5)).settings());

        assertThat(failure)
                .hasMessageContaining("GET / on port 80 did not succeed within 5 s")
                .hasMessageContaining("got no answer")
                .hasMessageContaining("runs; its last lines")
                .hasMessageContaining("| silence");
    }

    @Test
    void anAttemptThatHangsIsEndedAndToldOf() {
        Artifact image = bed.image("hangs", """
                RUN mkdir -p /srv/www/cgi-bin
                RUN printf '#!/bin/sh\\nsleep 60\\n' > /srv/www/cgi-bin/slow
                RUN chmod +x /srv/www/cgi-bin/slow
                CMD ["/app.sh"]
                """);
        HealthConfig.Check check = new HealthConfig.Http("/cgi-bin/slow", OptionalInt.empty(), 200, 299);

        HadesException failure = failure(
                image,
                DockerBed.run()
                        .check(check)
                        .attempt(Duration.ofSeconds(2))
                        .timeout(Duration.ofSeconds(6))
                        .settings());

        assertThat(failure)
                .hasMessageContaining("did not succeed within 6 s")
                .hasMessageContaining("got no answer within 2 s");
    }

    @Test
    void anUnexpectedStatusIsTold() {
        HealthConfig.Check check = new HealthConfig.Http("/", OptionalInt.empty(), 201, 204);

        HadesException failure = failure(
                bed.application("one"),
                DockerBed.run().check(check).timeout(Duration.ofSeconds(4)).settings());

        assertThat(failure).hasMessageContaining("the last one answered 200 OK, expected 201 to 204");
    }

    @Test
    void aConnectionIsHealthyOnlyWhenTheApplicationItselfAcceptsIt() throws Exception {
        RunSettings settings = DockerBed.run()
                .check(new HealthConfig.Tcp(OptionalInt.empty()))
                .timeout(Duration.ofSeconds(5))
                .settings();
        Artifact silent =
                bed.image("silent", "CMD [\"sh\", \"-c\", \"trap exit TERM; echo silence; sleep 60 & wait\"]\n");

        assertThat(failure(silent, settings))
                .hasMessageContaining("a connection to port 80")
                .hasMessageContaining("refused");

        bed.target.create(trial.plan(2, bed.application("one"), settings), context);
        assertThat(context.lines()).contains("Release 2 serves: a connection to port 80 was accepted");
    }

    @Test
    void theImagesOwnCheckDecides() throws Exception {
        String check = "HEALTHCHECK --interval=300ms --timeout=2s --retries=2 CMD ";
        RunSettings settings = DockerBed.run()
                .check(new HealthConfig.Image())
                .timeout(Duration.ofMinutes(2))
                .settings();
        Artifact bad = bed.image("check-bad", check + "echo no good; exit 1\nCMD [\"/app.sh\"]\n");
        Artifact good = bed.image("check-good", check + "echo fine\nCMD [\"/app.sh\"]\n");

        HadesException failure = failure(bad, settings);
        assertThat(failure)
                .hasMessageContaining(
                        "the image's HEALTHCHECK says unhealthy: its command ended with code 1, \"no good\"");

        bed.target.create(trial.plan(2, good, settings), context);
        assertThat(context.lines()).contains("Release 2 serves: the image's HEALTHCHECK says healthy");

        assertThat(catchThrowableOfType(
                                HadesException.class,
                                () -> bed.target.configCheck(trial.plan(3, bed.application("one"), settings), context))
                        .kind())
                .isEqualTo(ErrorKind.BAD_INPUT);
    }

    @Test
    void stayingUpIsEnoughWhereThatIsAsked() throws Exception {
        RunSettings settings = DockerBed.run()
                .check(new HealthConfig.Started(Duration.ofSeconds(2)))
                .settings();
        Artifact shortLived = bed.image("short", "CMD [\"sh\", \"-c\", \"sleep 1; exit 7\"]\n");

        assertThat(failure(shortLived, settings))
                .hasMessageContaining("exited with code 7")
                .hasMessageContaining("before staying up for 2 s succeeded");

        bed.target.create(trial.plan(2, bed.application("one"), settings), context);
        assertThat(context.lines()).contains("Release 2 serves: staying up for 2 s succeeded");
    }

    @Test
    void aContainerThatIsOutOfMemoryIsToldOf() {
        Artifact image = bed.image("hungry", "CMD [\"sh\", \"-c\", \"echo eating; exec tail /dev/zero\"]\n");

        HadesException failure = failure(image, DockerBed.run().memory(8 << 20).settings());

        assertThat(failure)
                .hasMessageContaining("exited with code 137 (killed, as it was out of memory)")
                .hasMessageContaining("| eating");
    }

    @Test
    void aCommandThatDoesNotExistIsToldOf() {
        HadesException failure = failure(
                bed.application("one"),
                DockerBed.run().command("/no/such/program").settings());

        assertThat(failure).hasMessageContaining("/no/such/program").hasMessageContaining("Starting container");
        assertThat(bed.docker.containersWith(Labels.ENVIRONMENT + "=" + trial.id()))
                .isEmpty();
    }

    @Test
    void whereTheServerForbidsForwardingTheCheckGoesThroughItsShell() throws Exception {
        Trial walled = trial.through(bed.withoutForwarding());

        bed.target.create(walled.plan(1, bed.application("one"), DockerBed.run().settings()), context);

        assertThat(context.lines()).contains("Release 1 serves: GET / on port 80 answered 200 OK");
        HadesException failure = catchThrowableOfType(
                HadesException.class,
                () -> bed.target.update(
                        walled.having(1)
                                .plan(
                                        2,
                                        bed.image(
                                                "silent",
                                                "CMD [\"sh\", \"-c\", \"trap exit TERM; echo silence; sleep 60 & wait\"]\n"),
                                        DockerBed.run()
                                                .check(new HealthConfig.Tcp(OptionalInt.empty()))
                                                .timeout(Duration.ofSeconds(15))
                                                .settings()),
                        context));
        assertThat(failure).hasMessageContaining("refused").hasMessageContaining("Release 1 serves as before");
    }
}
