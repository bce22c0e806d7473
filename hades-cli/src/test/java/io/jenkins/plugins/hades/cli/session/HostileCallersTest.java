package io.jenkins.plugins.hades.cli.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.api.Access;
import io.jenkins.plugins.hades.api.CredentialRegistry;
import io.jenkins.plugins.hades.api.ProjectGrants;
import io.jenkins.plugins.hades.api.Router;
import io.jenkins.plugins.hades.api.Routes;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.client.SocketTransport;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.socket.RouterServer;
import io.jenkins.plugins.hades.model.Project;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may come over the socket: each is answered or cut off, and the next good request is served. */
@Timeout(60)
class HostileCallersTest {
    private static final int MOST_CONNECTIONS = 64;

    /** The answer, or nothing where it was lost as the caller was cut off in the middle of its request. */
    private static final String REFUSED = "(?s)(HTTP/1\\.1 400 .*)?";

    @TempDir
    Path folder;

    private Home home;
    private LocalEngine local;
    private Router router;
    private RouterServer server;

    @BeforeEach
    void listen() throws IOException {
        home = new Home(folder.resolve("home"), folder.resolve("servers.yml"));
        local = LocalEngine.open(home);
        router = Routes.router(
                local.engine(),
                local.projects(),
                new ServersInFile(home.config()),
                ProjectGrants.nowhere(Session.ONE_PERSON),
                CredentialRegistry.nowhere(Session.SECRETS),
                Access.everything());
        server = RouterServer.listen(home.socket(), router, Duration.ofMillis(300));
    }

    @AfterEach
    void servesOn() throws Exception {
        try (HadesClient client = new HadesClient(new SocketTransport(home.socket()))) {
            assertThat(client.list("/projects", Map.of(), Project.class)).isEmpty();
        }
        server.close();
        local.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001\u00ff garbage\r\n\r\n",
                "GET\r\n\r\n",
                "GET http://[ HTTP/1.1\r\n\r\n",
                "GET /projects?%zz=%zz HTTP/1.1\r\n\r\n",
                "GET /projects HTTP/1.1\r\nContent-Length: many\r\n\r\n",
                "PUT /projects/x HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n",
                "PUT /projects/x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /projects HTTP/1.1\r\nContent-Type: ;;;\r\n\r\n"
            })
    void aRequestThatIsNoneIsAnsweredAsSuch(String request) throws IOException {
        assertThat(answer(request)).matches("(?s)HTTP/1\\.1 (400|200) .*");
    }

    @Test
    void aHeadWithoutEndIsRefused() throws IOException {
        assertThat(answer("GET /" + "x".repeat(100_000))).matches(REFUSED);
        assertThat(answer("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(1000))).matches(REFUSED);
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() throws IOException {
        String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";

        String answer = answer("PUT /projects/x HTTP/1.1\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(20));

        assertThat(answer).matches(REFUSED);
    }

    @Test
    void whoSaysNothingDoesNotKeepOthersOut() throws IOException {
        List<SocketChannel> silent = new ArrayList<>();
        for (int i = 0; i < MOST_CONNECTIONS; i++) {
            SocketChannel channel = connect();
            channel.write(ByteBuffer.wrap("G".getBytes(UTF_8)));
            silent.add(channel);
        }

        assertThat(answer("GET /projects HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 200 ");

        for (SocketChannel channel : silent) {
            channel.close();
        }
    }

    @Test
    void whoLeavesAtOnceLeavesNothing() throws IOException {
        for (int i = 0; i < 2 * MOST_CONNECTIONS; i++) {
            connect().close();
        }
        assertThat(answer("GET /projects HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aFolderThatOthersMayWriteIsNotUsedForTheSocket() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> RouterServer.listen(shared.resolve("hades.sock"), router))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(shared.toString());
    }

    private String answer(String request) throws IOException {
        try (SocketChannel channel = connect()) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                // It was cut off while it sent too much; the answer may be there all the same.
                assertThat(e).isNotNull();
            }
            try {
                return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
            } catch (IOException e) {
                return "";
            }
        }
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(home.socket()));
        return channel;
    }
}
