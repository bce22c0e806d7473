package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.ssh.HostUser;
import io.jenkins.plugins.hades.testbed.ssh.KeyFormat;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ConnectErrorsITest {
    private static final String SECRET = "top secret pass word";

    private static TestHost machine;
    private static SshServer sshd;

    @TempDir
    private Path folder;

    private SshHosts hosts;
    private ServerSpec good;
    private LogWatch log;

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.HOSTS, Need.SSHD);
        machine = Testbed.shared().host("ssh-errors");
        sshd = machine.ssh();
    }

    @BeforeEach
    void connect() {
        hosts = new SshHosts(SshSettings.ofDefaults());
        good = TestServers.root("web", sshd);
        log = new LogWatch();
    }

    @AfterEach
    void disconnect() {
        hosts.close();
        log.close();
        assertThat(log.lines()).noneMatch(line -> line.contains("pass word"));
    }

    private HadesException failure(ServerSpec spec) {
        HadesException failure = catchThrowableOfType(HadesException.class, () -> hosts.host(spec)
                .run(RemoteCommand.of("true"), new DetachedContext(line -> {})));
        assertThat(failure).hasMessageNotContaining("pass word").hasMessageContaining("server web (");
        assertThat(failure.remedy()).isPresent();
        return failure;
    }

    private void loseNoTime() {
        hosts.close();
        hosts = new SshHosts(SshSettings.ofDefaults().withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(3)));
    }

    private ServerSpec at(String host, int port) {
        SshAddress address = good.address();
        return TestServers.with(good, new SshAddress(host, port, "root", address.login(), address.hostKeys()));
    }

    @Test
    void saysThatTheNameIsUnknown() {
        HadesException failure = failure(at("no-such-host.invalid", 22));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE);
        assertThat(failure.reason()).isEqualTo("the name no-such-host.invalid is not known");
    }

    @Test
    void saysThatNothingListens() {
        HadesException failure = failure(at(sshd.host(), 9));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE);
        assertThat(failure.reason()).contains("port 9", "refused");
    }

    @Test
    void saysThatNoAnswerComes() {
        loseNoTime();
        machine.place().disconnect();
        try {
            HadesException failure = failure(good);

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE);
            assertThat(failure.reason()).contains("no answer came within 2 seconds");
        } finally {
            machine.place().reconnect();
        }
    }

    @Test
    void saysThatItIsNoSshServer() throws Exception {
        try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try (Socket client = web.accept()) {
                    client.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\nhello\n"
                                    .getBytes(StandardCharsets.UTF_8));
                    client.shutdownOutput();
                    client.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // The client hangs up.
                }
            });
            answering.start();

            HadesException failure = failure(at("127.0.0.1", web.getLocalPort()));

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE);
            assertThat(failure.reason()).contains("no SSH server");
        }
    }

    @Test
    void saysThatSomethingListensButIsSilent() throws Exception {
        loseNoTime();
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            HadesException failure = failure(at("127.0.0.1", silent.getLocalPort()));

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE);
            assertThat(failure.reason()).contains("did not introduce itself as an SSH server within 3 seconds");
        }
    }

    @Test
    void saysThatTheKeyIsNotAcceptedAndWhatLineIsMissing() {
        SshKey stranger = SshKey.generate(folder, KeyType.ED25519);

        HadesException failure = failure(TestServers.with(good, "root", TestServers.key(stranger)));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNTRUSTED);
        assertThat(failure.reason()).contains("does not accept the key ssh-ed25519 SHA256:", "for user root");
        assertThat(failure.remedy().orElseThrow())
                .contains(
                        stranger.publicLine().substring(0, stranger.publicLine().lastIndexOf(' ')));
    }

    @Test
    void saysThatThePasswordIsNotAccepted() {
        HostUser user = HostUser.add(machine.place(), "wrong", "right");

        HadesException failure = failure(TestServers.with(good, user.name(), new SshLogin.Password(() -> SECRET)));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNTRUSTED);
        assertThat(failure.reason()).contains("does not accept the password for user wrong");
    }

    @Test
    void saysThatPasswordsOrKeysAreNotTakenAtAll() {
        HostUser user = HostUser.add(machine.place(), "limited", "right");
        try (SshServer keysOnly = SshServer.on(machine.place())
                        .option("PasswordAuthentication no")
                        .option("KbdInteractiveAuthentication no")
                        .start();
                SshServer passwordsOnly = SshServer.on(machine.place())
                        .option("PubkeyAuthentication no")
                        .start()) {
            assertThat(failure(TestServers.with(
                                    TestServers.root("web", keysOnly),
                                    user.name(),
                                    new SshLogin.Password(user::password)))
                            .reason())
                    .contains("takes no passwords from user limited, only: publickey");
            assertThat(failure(TestServers.root("web", passwordsOnly)).reason())
                    .contains("takes no keys from user root, only: password");
        }
    }

    @Test
    void saysThatTheServerWantsASecondProof() {
        try (SshServer strict = SshServer.on(machine.place())
                .option("AuthenticationMethods publickey,password")
                .start()) {
            HadesException failure = failure(TestServers.root("web", strict));

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNTRUSTED);
            assertThat(failure.reason())
                    .contains("accepts this proof of user root, but wants another one as well: password");
        }
    }

    @Test
    void logsInWhereThePasswordIsAskedForInADialogue() throws Exception {
        HostUser user = HostUser.add(machine.place(), "dialogue", "right");
        try (SshServer asking = SshServer.on(machine.place())
                .option("PasswordAuthentication no")
                .option("KbdInteractiveAuthentication yes")
                .option("UsePAM yes")
                .start()) {
            ServerSpec spec = TestServers.with(
                    TestServers.root("web", asking), user.name(), new SshLogin.Password(user::password));

            assertThat(hosts.host(spec)
                            .run(RemoteCommand.of("id", "-un"), new DetachedContext(line -> {}))
                            .output())
                    .isEqualTo("dialogue\n");
            assertThat(failure(TestServers.with(spec, user.name(), new SshLogin.Password(() -> SECRET)))
                            .reason())
                    .contains("does not accept the password");
        }
    }

    @Test
    void saysThatAForcedCommandRunsInPlaceOfOurs() {
        try (SshServer forced = SshServer.on(machine.place())
                .option("ForceCommand echo only this")
                .start()) {
            HadesException failure = failure(TestServers.root("web", forced));

            assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
            assertThat(failure.reason()).contains("did not start the command", "only this");
        }
    }

    @Test
    void saysThatAForcedCommandNeverStartsOurs() {
        loseNoTime();
        try (SshServer forced =
                SshServer.on(machine.place()).option("ForceCommand sleep 600").start()) {
            HadesException failure = failure(TestServers.root("web", forced));

            assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
            assertThat(failure.reason()).contains("nothing came of it in time");
        }
    }

    @Test
    void saysThatThePassphraseIsWrongOrMissing() {
        SshKey locked = SshKey.generate(folder, KeyType.RSA, KeyFormat.PEM, SECRET);

        assertThat(failure(TestServers.with(
                                good, "root", new SshLogin.Key(locked::privateText, () -> Optional.of("wrong"))))
                        .reason())
                .isEqualTo("its passphrase is wrong");
        assertThat(failure(TestServers.with(good, "root", new SshLogin.Key(locked::privateText, Optional::empty)))
                        .reason())
                .isEqualTo("it is encrypted and no passphrase was given");
    }

    @Test
    void showsTheFingerprintOfAnUnknownHostAndTheLineToAdd() throws Exception {
        Path file = folder.resolve("known_hosts");

        HadesException failure = failure(TestServers.with(good, new HostKeyPolicy.KnownHosts(file)));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNTRUSTED);
        assertThat(failure.reason()).contains("unknown", sshd.fingerprint(KeyType.ED25519));
        assertThat(failure.remedy().orElseThrow()).endsWith(sshd.knownHostsLine());
        assertThat(file).doesNotExist();
        Files.writeString(file, sshd.knownHostsLine() + "\n");
        assertThat(hosts.host(TestServers.with(good, new HostKeyPolicy.KnownHosts(file)))
                        .run(RemoteCommand.of("true"), new DetachedContext(line -> {}))
                        .succeeded())
                .isTrue();
    }

    @Test
    void acceptsTheFirstKeyWhereToldSoAndRefusesAnotherLater() throws Exception {
        SshServer changing = SshServer.on(machine.place()).start();
        Path file = folder.resolve("new/known_hosts");
        ServerSpec spec = TestServers.with(TestServers.root("web", changing), new HostKeyPolicy.AcceptFirstUse(file));
        assertThat(hosts.host(spec)
                        .run(RemoteCommand.of("true"), new DetachedContext(line -> {}))
                        .succeeded())
                .isTrue();
        assertThat(Files.readString(file)).isEqualTo(changing.knownHostsLine() + "\n");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        String before = changing.fingerprint(KeyType.ED25519);
        changing.replaceHostKeys();
        changing.killConnections();

        HadesException failure = failure(spec);

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNTRUSTED);
        assertThat(failure.reason()).contains("has changed", before, changing.fingerprint(KeyType.ED25519), "line 1");
        assertThat(failure.remedy().orElseThrow()).contains("ssh-keygen -f", changing.knownHostsLine());
        assertThat(Files.readString(file)).doesNotContain(changing.knownHostsLine());
        changing.close();
    }

    @Test
    void saysThatAPinnedKeyIsAnother() {
        HadesException failure = failure(TestServers.with(
                good, new HostKeyPolicy.Pinned(List.of("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNTRUSTED);
        assertThat(failure.reason())
                .contains(sshd.fingerprint(KeyType.ED25519), "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    }

    @Test
    void saysThatTheLoginShellDoesNotStartACommand() {
        HostUser user = HostUser.add(machine.place(), "closed", "right");
        machine.command("usermod", "--shell", "/usr/sbin/nologin", user.name())
                .run()
                .orFail();

        HadesException failure = failure(TestServers.with(good, user.name(), new SshLogin.Password(user::password)));

        assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
        assertThat(failure.reason()).contains("did not start the command", "not available");
    }

    @Test
    void logsNothingOfWhatItsErrorsSay() {
        failure(at(sshd.host(), 9));
        failure(TestServers.with(good, new HostKeyPolicy.KnownHosts(folder.resolve("none"))));
        failure(TestServers.with(good, "root", TestServers.key(SshKey.generate(folder, KeyType.ED25519))));

        assertThat(log.lines()).isEmpty();
    }
}
