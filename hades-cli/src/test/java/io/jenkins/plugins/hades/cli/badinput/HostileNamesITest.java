package io.jenkins.plugins.hades.cli.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.hades.cli.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names and values with spaces, quotes, command substitutions, line ends and dashes at the beginning: they arrive as they are or are refused, and no shell runs
 * anything of them, here or on a server.
 */
@Timeout(240)
class HostileNamesITest {
    private static final String TOUCH = "$(touch /tmp/hades-canary)";
    private static final String SPACELESS = "$(touch${IFS}/tmp/hades-canary)`touch${IFS}/tmp/hades-canary`";

    private static Bed bed;

    @BeforeAll
    static void serve() {
        bed = Bed.start("names");
    }

    @AfterEach
    void requireUnharmed() {
        assertThat(bed.canaryIsGone()).isTrue();
        bed.hades("env", "unset", "GREETING", "BUILD_NAME");
        bed.requireGoodDeployment();
        bed.requireServing();
        assertThat(bed.canaryIsGone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-e --privileged " + TOUCH + "`touch /tmp/hades-canary`; it's \"quoted\" \\ 'and' \\\" && $HOME !! %s",
                "two\nlines\n" + TOUCH + "\n#!ünïcode \u202e 日本 🚀"
            })
    void aValueOfAVariableArrivesAsItIs(String value) {
        assertThat(bed.hades("env", "set", "GREETING=" + value).code()).isZero();
        assertThat(bed.hades("env", "list").text()).doesNotContain("\u202e");

        assertThat(bed.hades("redeploy").code()).isZero();

        assertThat(bed.answer()).isEqualTo(value + ", version 1");
    }

    @Test
    void aValueThatIsGivenToTheBuildArrivesAsItIs() {
        String value = TOUCH + " `touch /tmp/hades-canary` '\" --build-arg x; && ";
        assertThat(bed.hades("env", "set", "--build", "BUILD_NAME=" + value).code())
                .isZero();

        Outcome outcome = bed.hades("redeploy");

        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(bed.page()).contains("build " + value.replace("&", "&amp;").strip());
    }

    @Test
    void aVariableThatIsNotThereIsToldWhenItIsToBeRemoved() {
        bed.hades("env", "set", "SHORT_LIVED=1");

        Outcome misspelt = bed.hades("env", "unset", "SHORT_LIFED");
        assertThat(misspelt.err())
                .contains("There is no variable SHORT_LIFED in environment production", "Nothing was changed");

        Outcome both = bed.hades("env", "unset", "SHORT_LIVED", "SHORT_LIFED");
        assertThat(both.err()).contains("There is no variable SHORT_LIFED", "Saved");
        assertThat(bed.hades("env", "list").out()).doesNotContain("SHORT_LIVED");
    }

    @Test
    void namesThatNothingMayBearAreRefused() {
        for (String name : List.of("-x", "A B", "A-B", TOUCH, "", "A\nB", "1A")) {
            Outcome variable = bed.hades("env", "set", "--", name + "=1");

            assertThat(variable.code()).as(variable.text()).isEqualTo(ExitCode.BAD_INPUT.code());
            assertThat(variable.err())
                    .contains("Reading the name of a variable failed: ", "Use letters, digits and underscores");
        }
        for (String name : List.of("Production", "-x", "a b", TOUCH, "a\nb", "../x")) {
            Outcome environment = bed.hades("deploy", "--environment=" + name);
            Outcome project = bed.hades("deploy", "--project=" + name + "!", bed.url());

            assertThat(environment.code()).isEqualTo(ExitCode.BAD_INPUT.code());
            assertThat(environment.err()).contains("Reading the name of an environment failed: ");
            assertThat(project.code()).isEqualTo(ExitCode.BAD_INPUT.code());
            assertThat(project.err()).contains("Reading the name of a project failed: ");
        }
        for (String path : List.of("../../etc/passwd", "/etc/passwd", TOUCH)) {
            Outcome config = bed.hades("deploy", "--config=" + path);

            assertThat(config.code()).as(config.text()).isIn(ExitCode.BAD_INPUT.code(), ExitCode.NOT_FOUND.code());
            assertThat(config.text()).contains(path).doesNotContain("root:x:");
        }
    }

    @Test
    void aBranchWithWordsOfAShellIsDeployed() {
        String branch = "odd/'quotes\";&|" + SPACELESS;
        bed.branch(branch, bed.config(), Map.of("version.txt", "2\n"));

        Outcome outcome = bed.hades("deploy", "--ref", branch);

        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(bed.answer()).isEqualTo("Hello, version 2");
    }

    @Test
    void pathsWithWordsOfAShellAreBuilt() {
        String folder = "a -f folder 'with\" quotes " + TOUCH + "`touch /tmp/hades-canary`";
        String config = bed.config() + "build:\n  dockerfile: './" + folder.replace("'", "''") + "/f $(id)'\n";
        bed.branch("paths", config, Map.of(folder + "/f $(id)", """
                ARG BASE
                FROM ${BASE}
                ARG BUILD_NAME
                COPY serve.sh /app/
                RUN echo 3 > /app/version.txt; echo odd > /app/build-name.txt; mkdir /www && chown nobody /www
                CMD ["sh", "/app/serve.sh"]
                """));

        Outcome outcome = bed.hades("deploy", "--ref", "paths");

        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(bed.answer()).isEqualTo("Hello, version 3");
    }

    @Test
    void everyListIsValidJson() throws IOException {
        bed.hades("env", "set", "GREETING=\"}]\n\u001b\\ ");
        for (String list : List.of("status", "releases", "operations", "env list", "env", "servers list", "servers")) {
            List<String> words = new ArrayList<>(List.of(list.split(" ", -1)));
            words.add("--json");
            Outcome outcome = bed.hades(words.toArray(String[]::new));

            assertThat(outcome.code()).as(outcome.text()).isZero();
            assertThat(new ObjectMapper().readTree(outcome.out())).as(list).isNotEmpty();
        }
    }

    @Test
    void aCommitThatTriesToCommandTheTerminalIsShownHarmlessly() {
        bed.repository().branch("loud");
        bed.commit(bed.config(), Map.of());
        bed.repository().commit("\u001b]0;owned\u0007\u001b[2J\u202eevil", Map.of("x", "y"));
        bed.repository().branch("main");

        Outcome outcome = bed.hades("deploy", "--ref", "loud");

        assertThat(outcome.code()).as(outcome.text()).isZero();
        for (String list : List.of("logs", "releases", "operations", "status", "env list", "servers list")) {
            String[] words = list.split(" ", -1);
            assertThat(bed.hades(words).text()).doesNotContain("\u001b", "\u0007", "\u202e");
        }
        assertThat(outcome.text()).doesNotContain("\u001b]", "\u001b[2J", "\u0007", "\u202e");
    }
}
