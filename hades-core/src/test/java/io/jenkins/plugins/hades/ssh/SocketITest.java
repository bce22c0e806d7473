package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SocketITest {
    private static TestHost machine;

    private SshHosts hosts;
    private RemoteHost server;
    private ServerSocketChannel listening;
    private String path;

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.HOSTS, Need.SSHD);
        machine = Testbed.shared().host("ssh-sockets");
    }

    @BeforeEach
    void connect() throws IOException {
        hosts = new SshHosts(SshSettings.ofDefaults());
        server = hosts.host(TestServers.root("sockets", machine.ssh()));
        path = machine.place().folder().resolve("s" + System.nanoTime()).toString();
        listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(path));
    }

    @AfterEach
    void disconnect() throws IOException {
        hosts.close();
        listening.close();
    }

    private interface Conversation {
        void hold(InputStream in, OutputStream out) throws IOException;
    }

    private CompletableFuture<Void> accept(Conversation conversation) {
        return CompletableFuture.runAsync(() -> {
            try (SocketChannel client = listening.accept()) {
                conversation.hold(Channels.newInputStream(client), Channels.newOutputStream(client));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void canBeClosedInOneDirectionWhileTheOtherGoesOn() throws Exception {
        CompletableFuture<Void> other = accept((in, out) -> {
            byte[] question = in.readAllBytes();
            out.write(("answer to " + new String(question, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        });

        try (SocketStream stream = server.openUnixSocket(path)) {
            stream.output().write("question".getBytes(StandardCharsets.UTF_8));
            stream.closeOutput();

            assertThat(new String(stream.input().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("answer to question");
        }
        other.join();
    }

    @Test
    void writtenBytesGoAtOnceWhenFlushed() throws Exception {
        CompletableFuture<Void> other = accept((in, out) -> out.write(in.read() + 1));

        try (SocketStream stream = server.openUnixSocket(path)) {
            stream.output().write(41);
            stream.output().flush();

            assertThat(stream.input().read()).isEqualTo(42);
        }
        other.join();
    }

    @Test
    void holdsTheOtherSideBackUntilItIsRead() throws Exception {
        byte[] block = new byte[1 << 20];
        new Random(1).nextBytes(block);
        AtomicInteger written = new AtomicInteger();
        CompletableFuture<Void> other = accept((in, out) -> {
            for (int i = 0; i < 40; i++) {
                out.write(block);
                written.incrementAndGet();
            }
        });

        try (SocketStream stream = server.openUnixSocket(path)) {
            assertThat(stream.input().read()).isEqualTo(block[0] & 0xff);
            Awaitility.await()
                    .during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(20))
                    .until(written::get, count -> count > 5 && count < 20);
            assertThat(stream.input().readNBytes(block.length - 1))
                    .isEqualTo(Arrays.copyOfRange(block, 1, block.length));
            for (int i = 1; i < 40; i++) {
                assertThat(stream.input().readNBytes(block.length)).isEqualTo(block);
            }
            assertThat(stream.input().read()).isEqualTo(-1);
        }
        other.join();
    }

    @Test
    void areNotCountedAsSessions() throws Exception {
        List<SocketStream> open = new ArrayList<>();
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            others.add(accept((in, out) -> {
                out.write(1);
                out.flush();
                in.readAllBytes();
            }));
            SocketStream stream = server.openUnixSocket(path);
            assertThat(stream.input().read()).isOne();
            open.add(stream);
        }

        assertThat(machine.command("sh", "-c", "ss -Htn state established '( sport = 22 )' | wc -l")
                        .run()
                        .text())
                .isEqualTo("1");
        for (SocketStream stream : open) {
            stream.close();
        }
        others.forEach(CompletableFuture::join);
    }

    @Test
    void aMissingSocketIsAnErrorThatNamesItAndTheServer() {
        assertThatThrownBy(() -> server.openUnixSocket("/no/such/socket"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/socket")
                .hasMessageContaining("server sockets (root@")
                .hasMessageContaining("there is no such socket");
    }

    @Test
    void aServerThatDoesNotForwardSocketsIsAnErrorThatNamesTheSetting() throws Exception {
        try (SshServer closed = SshServer.on(machine.place())
                .option("AllowStreamLocalForwarding no")
                .start()) {
            RemoteHost host = hosts.host(TestServers.root("closed", closed));

            assertThatThrownBy(() -> host.openUnixSocket(path))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("AllowStreamLocalForwarding");
        }
    }

    @Test
    void aLostConnectionIsNoEndOfTheStream() throws Exception {
        CompletableFuture<Void> other = accept((in, out) -> in.readAllBytes());
        try (SshServer lost = SshServer.on(machine.place()).start();
                SocketStream stream = hosts.host(TestServers.root("lost", lost)).openUnixSocket(path)) {
            lost.killConnections();

            assertThatThrownBy(() -> stream.input().read())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("lost");
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            stream.output().write(new byte[100_000]);
                            stream.output().flush();
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        other.join();
    }

    @Test
    void reachesTcpPortsOfTheServer() throws Exception {
        try (SocketStream stream = server.openTcp("127.0.0.1", 22)) {
            assertThat(new String(stream.input().readNBytes(8), StandardCharsets.UTF_8))
                    .isEqualTo("SSH-2.0-");
        }
        assertThatThrownBy(() -> server.openTcp("127.0.0.1", 9)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aServerThatCannotBeReachedIsUnreachable() throws Exception {
        SshServer gone = SshServer.on(machine.place()).start();
        gone.close();

        HadesException failure =
                catchThrowableOfType(HadesException.class, () -> hosts.host(TestServers.root("gone", gone))
                        .openUnixSocket(path));

        assertThat(failure.kind()).isEqualTo(ErrorKind.UNREACHABLE);
    }
}
