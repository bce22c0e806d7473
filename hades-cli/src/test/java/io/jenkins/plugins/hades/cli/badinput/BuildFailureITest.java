package io.jenkins.plugins.hades.cli.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.ExitCode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commits that cannot be built: the command tells why, and what served serves on. */
@Timeout(180)
class BuildFailureITest {
    private static final String BUILDING = "Building the image of project builds on server build failed: ";

    private static Bed bed;

    @BeforeAll
    static void serve() {
        bed = Bed.start("builds");
    }

    @AfterEach
    void requireUnharmed() {
        bed.requireUnharmed();
    }

    @Test
    void aMissingDockerfileIsNamed() {
        bed.branch("no-dockerfile", bed.config() + "build: {dockerfile: docker/Dockerfile}\n", Map.of());

        Outcome outcome = bed.hades("deploy", "--ref", "no-dockerfile");

        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(outcome.out())
                .contains(BUILDING
                        + "the source has no Dockerfile \"docker/Dockerfile\". Add one to the project's folder,"
                        + " or set build.dockerfile to its path.");
    }

    @Test
    void aBuildThatFailsEndsWithItsStepAndItsLastLinesWhichCannotCommandTheTerminal() {
        bed.branch("fails", bed.config(), Map.of("Dockerfile", """
                FROM busybox:hades
                RUN printf '\\033]0;owned\\007\\033[2J\\033[31mred\\033[0m\\n'; echo the compiler is unhappy >&2; exit 7
                """));

        Outcome outcome = bed.hades("deploy", "--ref", "fails");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILED.code());
        List<String> lines = outcome.out().lines().toList();
        int told = lines.indexOf(lines.stream()
                .filter(line -> line.contains("== " + BUILDING))
                .findFirst()
                .orElseThrow());
        assertThat(lines.get(told)).contains("step [2/2] RUN ", "docker build ended with exit code 1");
        assertThat(lines.subList(told + 1, lines.size()))
                .anyMatch(line -> line.endsWith("  | the compiler is unhappy"))
                .allMatch(line -> line.contains("  | "));
        assertThat(outcome.out()).doesNotContain("\u001b]", "\u001b[2J", "\u0007");
        for (String list : List.of("operations", "status")) {
            assertThat(bed.hades(list).text()).doesNotContain("\u001b", "\u0007");
        }
        assertThat(bed.hades("operations", "--json").out())
                .contains("\"failure\" : \"FAILED\"", "the compiler is unhappy", "| \\\\e]0;owned");
    }

    @Test
    void aSecretThatAFailingBuildPrintsIsMaskedEverywhere() {
        String secret = "hunter2-and-more";
        bed.branch("tells", bed.config(), Map.of("Dockerfile", """
                FROM busybox:hades
                RUN --mount=type=secret,id=PASSWORD cat /run/secrets/PASSWORD; base64 /run/secrets/PASSWORD; exit 1
                """));
        bed.type(secret + "\n", "env", "set", "--secret", "--build", "PASSWORD");

        Outcome outcome = bed.hades("deploy", "--ref", "tells");

        assertThat(outcome.code()).as(outcome.text()).isEqualTo(ExitCode.FAILED.code());
        assertThat(outcome.out()).contains("  | ****");
        for (String list : List.of("operations", "logs", "status")) {
            assertThat(bed.hades(list, "--json").text())
                    .doesNotContain(secret, Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)));
        }
        bed.hades("env", "unset", "PASSWORD");
    }

    @Test
    void aBuildThatNeverEndsIsGivenUpAndEndedOnTheServer() {
        bed.branch("hangs", bed.config() + "build: {timeout: 2s}\n", Map.of("Dockerfile", """
                FROM busybox:hades
                RUN sleep 7171
                """));

        Outcome outcome = bed.hades("deploy", "--ref", "hangs");

        assertThat(outcome.code()).isEqualTo(ExitCode.TIMED_OUT.code());
        assertThat(outcome.out())
                .contains(
                        BUILDING + "it took longer than the allowed 2 seconds. Look for the step that hangs in the log,"
                                + " or raise build.timeout.");
    }

    @Test
    void linksThatLeadOutOfTheSourceAreNotFollowed() {
        bed.repository().branch("links");
        bed.commit(bed.config() + "build: {dockerfile: stolen, context: outside}\n", Map.of());
        bed.link("stolen", "/etc/passwd");
        bed.link("outside", "/etc");
        bed.repository().commit("Links", Map.of());
        bed.repository().branch("main");

        Outcome outcome = bed.hades("deploy", "--ref", "links");

        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(outcome.out())
                .contains(BUILDING + "the folder \"outside\" leads out of the source. Keep build.context within")
                .doesNotContain("root:x:");
    }
}
