package io.jenkins.plugins.hades.cli.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.ExitCode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Configs that are wrong, and configs of a stranger's branch that want what only the trusted ones may have. */
@Timeout(180)
class ConfigFailureITest {
    private static Bed bed;

    @BeforeAll
    static void serve() {
        bed = Bed.start("configs");
    }

    @AfterEach
    void requireUnharmed() {
        bed.requireUnharmed();
    }

    @Test
    void anUnknownKeyAndAWrongTypeAreToldTogetherWithTheirPlacesAndWhatWasMeant() {
        String config = bed.config().replace("timeout: 6s", "timeout: soon") + "bulid: {}\n";
        bed.branch("misspelt", config, Map.of());

        Outcome outcome = bed.hades("deploy", "--ref", "misspelt");

        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(outcome.out())
                .contains("== Reading hades.yml failed: 2 things are wrong in it:\n")
                .containsPattern("hades\\.yml:5:12: health\\.timeout: \"soon\" is not allowed; expected a time .*\n")
                .containsPattern("hades\\.yml:11:1: bulid: there is no such key; .*; did you mean \"build\"\\?\n")
                .endsWith(" The keys are described in docs/hades-yml.md.\n");
    }

    @Test
    void aServersFileWithAnUnknownKeyIsToldBeforeAnythingIsDone() {
        bed.writeServers(bed.servers().replaceFirst("    user: root", "    usr: root"));

        Outcome outcome = bed.hades("deploy");

        bed.writeServers(bed.servers());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(outcome.err()).contains("servers.yml:5:5: ", "usr: there is no such key", "did you mean \"user\"?");
    }

    @Test
    void whatAStrangersBranchWantsOfTheServerIsNotGivenAndTold() {
        String greedy = """
                run:
                  privileged: true
                  capabilities: [SYS_ADMIN]
                  network: host
                  volumes: ["/:/host", "/var/run/docker.sock:/var/run/docker.sock"]
                """;
        String config = bed.config().replace("run:\n", greedy);
        bed.branch("greedy", config, Map.of());

        Outcome outcome = bed.hades("deploy", "--ref", "greedy");

        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.out()).contains("run.privileged", "run.capabilities", "run.network", "/var/run/docker.sock");
        String name = new Traces(bed.deploy())
                .containers().stream()
                        .filter(container -> container.startsWith("hades-configs-"))
                        .findFirst()
                        .orElseThrow();
        String settings = bed.deploy()
                .docker()
                .docker(
                        "inspect",
                        "--format",
                        "{{.HostConfig.Privileged}} {{.HostConfig.CapAdd}} {{len .Mounts}} {{.HostConfig.NetworkMode}}",
                        name)
                .run()
                .text();
        assertThat(settings).startsWith("false [] 0 ").doesNotEndWith(" host");
    }

    @Test
    void theSameInTheTrustedConfigIsRefusedUnlessTheServersEntryAllowsIt() {
        bed.commit(bed.config().replace("run:\n", "run:\n  volumes: [\"/etc:/host\"]\n"), Map.of());
        Outcome mount = bed.hades("deploy");
        bed.commit(bed.config().replace("run:\n", "run:\n  privileged: true\n"), Map.of());
        Outcome privileged = bed.hades("deploy");
        bed.commit(bed.config(), Map.of());

        assertThat(mount.code()).isEqualTo(ExitCode.CONFLICT.code());
        assertThat(mount.out()).contains("/etc", "server deploy", " failed: ", "mounts");
        assertThat(privileged.code()).isEqualTo(ExitCode.CONFLICT.code());
        assertThat(privileged.out()).contains("privileged", "server deploy", " failed: ");
    }

    @Test
    void aConfigThatWouldExplodeWhenItIsReadIsRefused() {
        StringBuilder bomb = new StringBuilder("x-a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (char name = 'b'; name <= 'k'; name++) {
            String before = "*" + (char) (name - 1);
            bomb.append("x-").append(name).append(": &").append(name).append(" [");
            bomb.append(String.join(", ", java.util.Collections.nCopies(9, before)))
                    .append("]\n");
        }
        bed.branch("bomb", bomb + bed.config(), Map.of());

        Outcome outcome = bed.hades("deploy", "--ref", "bomb");

        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(outcome.out()).contains("== Reading hades.yml failed: ").contains("aliases");
    }

    @Test
    void aConfigOfManyMegabytesIsRefused() {
        bed.branch("huge", bed.config() + "# " + "x".repeat(3_000_000) + "\n", Map.of());

        Outcome outcome = bed.hades("deploy", "--ref", "huge");

        assertThat(outcome.code()).as(outcome.text()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(outcome.out()).contains("hades.yml", " failed: ", "larger than a megabyte");
    }

    @Test
    void controlCharactersInAConfigDoNotReachTheTerminal() {
        bed.branch("odd", bed.config() + "\"\\e]0;owned\\a\\u202Eevil\": {}\n", Map.of());

        Outcome outcome = bed.hades("deploy", "--ref", "odd");

        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(outcome.text()).contains("there is no such key").doesNotContain("\u001b", "\u0007", "\u202e");
    }
}
