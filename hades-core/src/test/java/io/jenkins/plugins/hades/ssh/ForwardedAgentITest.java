package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.ssh.KeyFormat;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class ForwardedAgentITest {
    private static TestHost from;
    private static TestHost to;

    private final OperationContext context = new DetachedContext(line -> {});

    @TempDir
    private Path folder;

    private SshHosts hosts;
    private RemoteHost server;

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.HOSTS, Need.SSHD);
        from = Testbed.shared().host("ssh-agent-from");
        to = Testbed.shared().host("ssh-agent-to");
    }

    @BeforeEach
    void connect() {
        hosts = new SshHosts(SshSettings.ofDefaults());
        server = hosts.host(TestServers.root("agent", from.ssh()));
    }

    @AfterEach
    void disconnect() {
        hosts.close();
    }

    private static RemoteCommand sshTo(TestHost host) {
        return RemoteCommand.of(
                "ssh", "-o", "StrictHostKeyChecking=no", "-o", "BatchMode=yes", "root@" + host.address(), "hostname");
    }

    private static ForwardedKey forwarded(SshKey key) {
        return new ForwardedKey(
                key::privateText, () -> key.passphrase().isEmpty() ? Optional.empty() : Optional.of(key.passphrase()));
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void logsInFromTheServerWithAKeyThatNeverGetsThere(KeyType type) throws Exception {
        SshKey key = SshKey.generate(folder, type, KeyFormat.OPENSSH, "with a passphrase");
        to.ssh().authorize("root", key.publicLine());

        CommandResult result = server.run(sshTo(to).withAgent(forwarded(key)), context);

        assertThat(result.errors()).doesNotContain("denied");
        assertThat(result.output()).isEqualTo("ssh-agent-to\n");
    }

    @Test
    void holdsOnlyTheGivenKeyAndTakesNoOther() throws Exception {
        SshKey key = SshKey.generate(folder, KeyType.ED25519);

        CommandResult result = server.run(
                RemoteCommand.of(
                                "sh",
                                "-c",
                                "ssh-add -L; ssh-keygen -q -t ed25519 -N '' -f /tmp/another; ssh-add /tmp/another;"
                                        + " ssh-add -D; ssh-add -L; echo end")
                        .withAgent(forwarded(key)),
                context);

        String line = key.publicLine().substring(0, key.publicLine().lastIndexOf(' ')) + " hades\n";
        assertThat(result.output()).isEqualTo(line + line + "end\n");
    }

    @Test
    void isThereForThatCommandOnly() throws Exception {
        SshKey key = SshKey.generate(folder, KeyType.ED25519);
        RemoteCommand show = RemoteCommand.of("sh", "-c", "echo \"[$SSH_AUTH_SOCK]\"; cat");
        try (RemoteProcess with = server.start(show.withAgent(forwarded(key)), context)) {
            byte[] first = with.output().readNBytes(2);

            assertThat(first).isEqualTo(new byte[] {'[', '/'});
            assertThat(server.run(show, context).output()).isEqualTo("[]\n");
        }
        assertThat(from.command("sh", "-c", "ls -d /tmp/ssh-* 2>/dev/null")
                        .run()
                        .text())
                .isEmpty();
    }
}
