package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.testbed.process.CommandResult;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import io.jenkins.plugins.hades.testbed.ssh.HostUser;
import io.jenkins.plugins.hades.testbed.ssh.KeyFormat;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshServerITest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void needs() {
        Testbed.require(Need.SSHD);
    }

    @Test
    void a_client_that_knows_the_host_key_runs_a_command_on_the_host() throws Exception {
        SshServer server = Testbed.shared().host("ssh").ssh();

        CommandResult result = new SshClient(folder, server).run("hostname; pwd; id -un");

        assertThat(result.orFail().out().lines()).containsExactly("ssh", "/root", "root");
    }

    @ParameterizedTest
    @CsvSource({
        "ED25519,OPENSSH,''",
        "ECDSA,PEM,''",
        "RSA,PEM,''",
        "RSA,PKCS8,'a pass phrase'",
        "ED25519,OPENSSH,'a pass phrase'"
    })
    void every_kind_of_key_logs_in_once_it_is_authorized(KeyType type, KeyFormat format, String passphrase)
            throws Exception {
        SshServer server = Testbed.shared().host("ssh").ssh();
        SshKey key = SshKey.generate(folder, type, format, passphrase);
        SshClient client = new SshClient(folder, server).withKey(key);

        CommandResult before = client.run("true");
        server.authorize("root", key.publicLine());
        CommandResult after = client.run("true");

        assertThat(before.exit()).isEqualTo(255);
        assertThat(before.err()).contains("Permission denied");
        assertThat(after.exit()).isZero();
    }

    @Test
    void a_changed_host_key_is_noticed_and_the_new_one_is_known_afterwards() throws Exception {
        SshServer server = SshServer.on(Testbed.shared().host("ssh").place())
                .hostKeys(KeyType.ED25519, KeyType.RSA)
                .start();
        SshClient old = new SshClient(folder, server);
        assertThat(old.run("true").exit()).isZero();
        String before = server.fingerprint(KeyType.ED25519);

        server.replaceHostKeys();

        assertThat(server.fingerprint(KeyType.ED25519)).isNotEqualTo(before).startsWith("SHA256:");
        assertThat(old.run("true").err()).contains("REMOTE HOST IDENTIFICATION HAS CHANGED");
        assertThat(server.knownHostsLines()).hasSize(2);
        assertThat(new SshClient(folder, server).run("true").exit()).isZero();
        server.close();
    }

    @Test
    void a_server_of_the_machine_itself_listens_on_loopback_and_ends_when_closed() throws Exception {
        SshServer server = SshServer.on(Testbed.shared().machine()).start();
        SshClient client = new SshClient(folder, server);
        assertThat(server.host()).isEqualTo("127.0.0.1");
        assertThat(client.run("id -un").text()).isEqualTo("root");

        server.close();

        assertThat(client.run("true").err()).contains("Connection refused");
    }

    @Test
    void options_and_environment_reach_the_session() throws Exception {
        SshServer server = SshServer.on(Testbed.shared().host("ssh").place())
                .option("AllowTcpForwarding no")
                .environment("DOCKER_HOST", "unix:///run/other.sock")
                .environment("SECOND", "two words")
                .start();

        CommandResult result = new SshClient(folder, server).run("echo $DOCKER_HOST; echo \"$SECOND\"");

        assertThat(result.out().lines()).containsExactly("unix:///run/other.sock", "two words");
        server.close();
    }

    @Test
    void users_of_a_private_host_exist_nowhere_else() throws Exception {
        TestHost host = Testbed.shared().host("ssh");

        HostUser user = HostUser.add(host.place(), "deployer", "correct horse");

        assertThat(host.command("id", "-un", "deployer").run().text()).isEqualTo("deployer");
        assertThat(host.file("/home/deployer")).isDirectory();
        assertThat(Files.readString(host.file("/etc/shadow"))).contains("deployer:$6$");
        assertThat(Files.readString(Path.of("/etc/passwd"))).doesNotContain("deployer");
        host.ssh().authorize(user.name(), host.ssh().clientKey().publicLine());
        assertThat(new SshClient(folder, host.ssh())
                        .as(user.name())
                        .run("id -un")
                        .text())
                .isEqualTo("deployer");
        assertThatThrownBy(() -> HostUser.add(Testbed.shared().machine(), "deployer", "x"))
                .isInstanceOf(TestbedException.class)
                .hasMessageContaining("private hosts only");
    }

    @Test
    void a_password_logs_in_where_it_is_right() throws Exception {
        TestHost host = Testbed.shared().host("ssh");
        HostUser user = HostUser.add(host.place(), "with-password", "correct horse");
        SshClient client = new SshClient(folder, host.ssh()).as(user.name());

        assertThat(client.withPassword("wrong").run("true").err()).contains("Permission denied");
        assertThat(client.withPassword(user.password()).run("id -un").orFail().text())
                .isEqualTo("with-password");
    }

    @Test
    void killed_connections_end_at_the_client_while_their_commands_go_on() throws Exception {
        TestHost host = Testbed.shared().host("ssh");
        Path log = folder.resolve("client.log");
        Process client = new SshClient(folder, host.ssh()).start("echo $$ > /run/left; exec sleep 600", log);
        await().until(() -> Files.exists(host.file("/run/left"))
                && !Files.readString(host.file("/run/left")).isBlank());
        long pid = Long.parseLong(Files.readString(host.file("/run/left")).strip());

        int ended = host.ssh().killConnections();

        assertThat(ended).isPositive();
        await().until(() -> !client.isAlive());
        assertThat(client.exitValue()).isEqualTo(255);
        assertThat(ProcessHandle.of(pid)).isPresent();
        assertThat(new SshClient(folder, host.ssh()).run("true").exit()).isZero();
    }

    @Test
    void a_server_that_does_not_start_says_why() {
        assertThatThrownBy(() -> SshServer.on(Testbed.shared().host("ssh").place())
                        .option("NoSuchKeyword yes")
                        .start())
                .isInstanceOf(TestbedException.class)
                .hasMessageContaining("sshd on host ssh")
                .hasMessageContaining("NoSuchKeyword");
    }

    @Test
    void a_disconnected_host_is_silent_until_it_is_connected_again() throws Exception {
        TestHost host = Testbed.shared().host("cut");
        SshClient client = new SshClient(folder, host.ssh());
        SshClient impatient = new SshClient(folder, host.ssh()).withOptions(List.of("-o", "ConnectTimeout=1"));
        assertThat(client.run("true").exit()).isZero();

        host.place().disconnect();
        CommandResult cut = impatient.run("true");
        host.place().reconnect();

        assertThat(cut.err()).contains("timed out");
        assertThat(client.run("true").exit()).isZero();
    }
}
