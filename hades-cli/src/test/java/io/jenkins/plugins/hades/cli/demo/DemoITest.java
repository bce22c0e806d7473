package io.jenkins.plugins.hades.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.command.HadesCommand;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo on real sshd, Docker and Git. It compares each answer of the page itself, and fails where one is not as it should be. */
class DemoITest {
    @BeforeAll
    static void requireServers() {
        Testbed.require(Need.HOSTS, Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT);
    }

    @Test
    void deploysChangesAVariableAndRollsBack() throws Exception {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);

        new DemoRun(
                        arguments -> HadesCommand.commandLine()
                                .setOut(out)
                                .setErr(out)
                                .execute(arguments.toArray(String[]::new)),
                        out)
                .run(false);

        assertThat(text.toString().lines().filter(line -> line.contains("answers:")))
                .extracting(line -> line.substring(line.indexOf("answers:")))
                .containsExactly(
                        "answers: Hello, version 1",
                        "answers: Hello, version 2",
                        "answers: Good evening, version 2",
                        "answers: Hello, version 1");
        assertThat(text.toString())
                .contains("The image was built of the same inputs before")
                .contains("The deploy server has the image already; nothing was sent.");
    }
}
