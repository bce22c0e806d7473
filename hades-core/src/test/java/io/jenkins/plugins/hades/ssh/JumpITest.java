package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class JumpITest {
    private static TestHost gate;
    private static TestHost inner;

    private final OperationContext context = new DetachedContext(line -> {});
    private SshHosts hosts;
    private ServerSpec jump;
    private ServerSpec target;

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.HOSTS, Need.SSHD);
        gate = Testbed.shared().host("ssh-gate");
        inner = Testbed.shared().host("ssh-inner");
    }

    @BeforeEach
    void connect() {
        hosts = new SshHosts(SshSettings.ofDefaults());
        jump = TestServers.root("gate", gate.ssh());
        target = TestServers.behind(TestServers.root("inner", inner.ssh()), jump);
    }

    @AfterEach
    void disconnect() {
        hosts.close();
    }

    @Test
    void reachesAServerBehindAJumpServer() throws Exception {
        CommandResult result =
                hosts.host(target).run(RemoteCommand.of("sh", "-c", "hostname; echo $SSH_CLIENT"), context);

        assertThat(result.output().lines().toList().get(0)).isEqualTo("ssh-inner");
        assertThat(result.output().lines().toList().get(1)).startsWith(gate.address() + " ");
    }

    @Test
    void carriesManyBytesBothWays() throws Exception {
        byte[] bytes = new byte[30 << 20];
        new Random(3).nextBytes(bytes);

        try (RemoteProcess cat = hosts.host(target).start(RemoteCommand.of("cat"), context)) {
            Thread feeder = new Thread(new InputFeeder(new ByteArrayInputStream(bytes), cat.input()));
            feeder.start();
            InputStream output = cat.output();

            assertThat(output.readAllBytes()).isEqualTo(bytes);
            assertThat(cat.await()).isZero();
        }
    }

    @Test
    void goesThroughAChainOfJumpServers() throws Exception {
        ServerSpec middle = TestServers.behind(TestServers.root("middle", inner.ssh()), jump);
        ServerSpec last = TestServers.behind(TestServers.root("last", gate.ssh()), middle);

        CommandResult result =
                hosts.host(last).run(RemoteCommand.of("sh", "-c", "hostname; echo $SSH_CLIENT"), context);

        assertThat(result.output().lines().toList().get(0)).isEqualTo("ssh-gate");
        assertThat(result.output().lines().toList().get(1)).startsWith(inner.address() + " ");
    }

    @Test
    void verifiesTheJumpServerItself() {
        HostKeyPolicy wrong = new HostKeyPolicy.Pinned(List.of("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));

        HadesException failure = failure(TestServers.behind(target, TestServers.with(jump, wrong)));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNTRUSTED);
        assertThat(failure.doing()).contains("server gate (");
    }

    @Test
    void verifiesTheServerBehindIt() {
        HadesException failure = failure(TestServers.with(
                target, new HostKeyPolicy.Pinned(List.of("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNTRUSTED);
        assertThat(failure.doing()).contains("server inner (", "through gate");
    }

    @Test
    void saysThatTheJumpServerLetsNothingThrough() {
        try (SshServer closed =
                SshServer.on(gate.place()).option("AllowTcpForwarding no").start()) {
            HadesException failure = failure(TestServers.behind(target, TestServers.root("closed", closed)));

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE);
            assertThat(failure.reason()).contains("server closed (", "does not let connections through");
            assertThat(failure.remedy().orElseThrow()).contains("AllowTcpForwarding yes");
        }
    }

    @Test
    void saysThatTheJumpServerCannotReachTheServer() {
        SshAddress address = target.address();
        HadesException failure = failure(TestServers.with(
                target, new SshAddress(address.host(), 9, "root", address.login(), address.hostKeys())));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE);
        assertThat(failure.reason()).contains("the jump server gate (", "cannot reach it");
    }

    @Test
    void aLostJumpServerIsALostServer() throws Exception {
        try (SshServer fragile = SshServer.on(gate.place()).start();
                RemoteProcess cat = hosts.host(TestServers.behind(target, TestServers.root("fragile", fragile)))
                        .start(RemoteCommand.of("cat"), context)) {
            fragile.killConnections();

            HadesException failure = catchThrowableOfType(HadesException.class, cat::await);

            assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE);
            assertThat(failure.reason()).contains("server inner (");
        }
    }

    @Test
    void listensOnNoPortOfThisMachine() throws Exception {
        long before = listeners();
        hosts.host(target).run(RemoteCommand.of("true"), context);

        assertThat(listeners()).isEqualTo(before);
    }

    private static long listeners() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            // Counts the sockets of this process that listen, by the kernel's own table.
            assertThat(any.isBound()).isTrue();
            List<String> mine;
            try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
                mine = files.map(file -> {
                            try {
                                return Files.readSymbolicLink(file).toString();
                            } catch (IOException e) {
                                return "";
                            }
                        })
                        .toList();
            }
            return Stream.of("/proc/self/net/tcp", "/proc/self/net/tcp6")
                    .flatMap(table -> {
                        try {
                            return Files.readAllLines(Path.of(table)).stream();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .map(line -> line.strip().split("\\s+", -1))
                    .filter(words -> words[3].equals("0A") && mine.contains("socket:[" + words[9] + "]"))
                    .count();
        }
    }

    private HadesException failure(ServerSpec spec) {
        return catchThrowableOfType(
                HadesException.class, () -> hosts.host(spec).run(RemoteCommand.of("true"), context));
    }
}
