package io.jenkins.plugins.hades.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.host.Systemd;
import io.jenkins.plugins.hades.testbed.process.CommandResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of an installation on a server that systemd boots: each test goes on where the one before it ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallServiceITest {
    private static final String COMMAND = "/usr/local/bin/hades";

    private static TestHost host;
    private static Systemd systemd;

    @BeforeAll
    static void boot() throws Exception {
        Testbed.require(Need.SYSTEMD);
        host = Testbed.shared().host("installed");
        systemd = Systemd.bootOn(host.place());
        Path jars = Files.createDirectories(host.place().folder().resolve("jars"));
        for (Path jar : InstalledJars.ofThisClassPath()) {
            Files.copy(jar, jars.resolve(jar.getFileName()));
        }
    }

    @AfterAll
    static void close() {
        if (host != null) {
            host.close();
        }
    }

    private static CommandResult packaged(String... arguments) {
        String[] words = new String[4 + arguments.length];
        words[0] = InstalledJars.JAVA.toString();
        words[1] = "-cp";
        words[2] = host.place().folder().resolve("jars") + "/*";
        words[3] = Main.class.getName();
        System.arraycopy(arguments, 0, words, 4, arguments.length);
        return systemd.command(words).within(Duration.ofMinutes(2)).run();
    }

    private static void awaitAnAnswerOfTheService() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(systemd.command("journalctl", "-o", "cat", "_PID=" + mainProcess())
                                .run()
                                .out())
                        .contains("Works on operations"));
        assertThat(systemd.command("runuser", "-u", "hades", "--", COMMAND, "status", "--json")
                        .run()
                        .orFail()
                        .out())
                .contains("[");
    }

    private static String mainProcess() {
        return systemd.command("systemctl", "show", "--property=MainPID", "--value", "hades")
                .run()
                .text();
    }

    @Test
    @Order(1)
    void theServiceRunsAsAUserOfItsOwn() {
        CommandResult installed = packaged("install").orFail();

        assertThat(installed.out()).contains("starts with the machine");
        awaitAnAnswerOfTheService();
        assertThat(systemd.command("ps", "-o", "user=", "-p", mainProcess())
                        .run()
                        .text())
                .isEqualTo("hades");
    }

    @Test
    @Order(2)
    void itStartsWithTheMachine() {
        systemd.powerCycle();

        assertThat(systemd.stateOf("hades")).isEqualTo("active");
        awaitAnAnswerOfTheService();
    }

    @Test
    @Order(3)
    void itIsStartedAgainWhenItsProcessIsKilled() {
        String before = mainProcess();

        systemd.command("kill", "-9", before).run().orFail();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(mainProcess()).isNotEqualTo(before).isNotEqualTo("0"));
        awaitAnAnswerOfTheService();
    }

    @Test
    @Order(4)
    void anUpgradeRestartsItAndKeepsItsRecords() {
        String before = mainProcess();

        packaged("install").orFail();

        assertThat(mainProcess()).isNotEqualTo(before);
        awaitAnAnswerOfTheService();
    }

    @Test
    @Order(5)
    void itsRemovalEndsItAndLeavesTheRecords() {
        packaged("install", "--remove").orFail();

        assertThat(systemd.stateOf("hades")).isEqualTo("inactive");
        assertThat(systemd.command("systemctl", "--failed", "--plain", "--no-legend")
                        .run()
                        .out())
                .isBlank();
        assertThat(host.file(COMMAND)).doesNotExist();
        assertThat(host.file("/etc/systemd/system/hades.service")).doesNotExist();
        assertThat(systemd.command("ls", "-A", "/var/lib/hades").run().out()).isNotBlank();
    }
}
