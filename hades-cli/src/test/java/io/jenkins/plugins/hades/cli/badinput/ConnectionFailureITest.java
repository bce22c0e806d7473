package io.jenkins.plugins.hades.cli.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.ssh.HostUser;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that cannot be used, or are not those that are meant: each has its own message, and nothing that serves is touched. */
@Timeout(180)
class ConnectionFailureITest {
    private static Bed bed;
    private static SshServer sshd;

    @BeforeAll
    static void serve() {
        bed = Bed.start("servers");
        sshd = bed.build().ssh();
    }

    @AfterEach
    void requireUnharmed() {
        bed.writeServers(bed.servers());
        bed.requireUnharmed();
    }

    @Test
    void aDeployServerThatRefusesConnectionsIsNamedWithItsAddress() {
        bed.deploy().ssh().stop();
        Outcome outcome;
        try {
            outcome = bed.hades("deploy");
        } finally {
            bed.deploy().ssh().start();
        }

        assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(outcome.out())
                .contains("== Connecting to server deploy (root@" + bed.deploy().address() + ":22) failed: nothing"
                        + " listens on port 22 there: the connection was refused. Check the port, and on the server");
    }

    @Test
    void anAddressWhereNobodyIsIsTold() {
        String nobody = sshd.host().replaceFirst("\\d+$", "250");
        Outcome outcome =
                deployOn("gone", server("gone", ServersText.pins(sshd)).replace(sshd.host(), nobody));

        assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(outcome.out()).contains("== Connecting to server gone (root@" + nobody + ":22) failed: ");
    }

    @Test
    void aHostKeyThatChangedIsToldWithBothFingerprints() {
        Outcome outcome = deployOn(
                "changed", server("changed", ServersText.pins(bed.deploy().ssh())));

        assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(outcome.out())
                .contains("== Connecting to server changed (root@" + sshd.host() + ":22) failed: ")
                .contains(sshd.fingerprint(KeyType.ED25519))
                .contains(bed.deploy().ssh().fingerprint(KeyType.ED25519));
    }

    @Test
    void aHostThatIsNotKnownIsNotConnectedTo() {
        Path known = bed.folder().resolve("known_hosts");
        Bed.write(known, "");
        String entry = server("unknown", List.of()).replace("pinned:", "known-hosts: \"" + known + "\"");

        Outcome outcome = deployOn("unknown", entry);

        assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(outcome.out())
                .contains("== Connecting to server unknown (root@" + sshd.host() + ":22) failed: ")
                .contains(sshd.fingerprint(KeyType.ED25519), known.toString());
        assertThat(known).isEmptyFile();
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsTold() {
        SshKey other = SshKey.generate(bed.folder(), KeyType.ED25519);
        Path file = bed.entries().keyFile("other", other.privateText());
        String entry = bed.entries().entry("locked", "build", sshd, "root", file, ServersText.pins(sshd));

        Outcome outcome = deployOn("locked", entry);

        assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(outcome.out())
                .contains("== Connecting to server locked (root@" + sshd.host() + ":22) failed: ")
                .contains("authorized_keys");
    }

    @Test
    void aUserWithoutRightsOnTheDockerSocketIsTold() {
        HostUser user = HostUser.add(bed.build().place(), "poor", "unused");
        sshd.authorize(user.name(), sshd.clientKey().publicLine());
        Path key = bed.entries().keyFile("poor", sshd.clientKey().privateText());
        String entry = bed.entries().entry("poor", "build", sshd, user.name(), key, ServersText.pins(sshd));

        Outcome outcome = deployOn("poor", entry);

        assertThat(outcome.code()).as(outcome.out()).isEqualTo(ExitCode.CONFLICT.code());
        assertThat(outcome.out()).contains(" failed: user poor has no rights on /var/run/docker.sock of server poor. ");
    }

    @Test
    void aServerWithoutDockerIsToldWhatToInstall() {
        TestHost bare = Testbed.shared().host("no-docker");
        bare.ssh();
        for (String program : List.of("/usr/bin/docker", "/usr/sbin/dockerd")) {
            bare.place().hide(program);
        }

        Outcome outcome = deployOn("bare", bed.entries().entry("bare", "build", bare.ssh()));

        bare.close();
        assertThat(outcome.code()).as(outcome.out()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(outcome.out()).contains("there is no Docker on server bare. Install the Docker Engine there");
    }

    private static String server(String name, List<String> pins) {
        Path key = bed.entries().keyFile(name, sshd.clientKey().privateText());
        return bed.entries().entry(name, "build", sshd, "root", key, pins);
    }

    private static Outcome deployOn(String name, String entry) {
        bed.writeServers(bed.servers() + entry);
        return bed.hades("deploy", "--build-server", name);
    }
}
