package io.jenkins.plugins.hades.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.api.ApiRequest;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What foreign pages, other programs of the machine and broken clients get: a refusal, and nothing is changed. */
class HostileRequestsTest {
    @TempDir
    Path folder;

    private WebBed bed;
    private String cookie;
    private String crumb;

    @BeforeEach
    void open() throws Exception {
        bed = new WebBed(folder);
        cookie = bed.enter();
        crumb = bed.crumb(cookie);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void withoutACookieThereIsNoPageAndNoAnswer() throws Exception {
        HttpResponse<String> page = bed.send(bed.to("/"));

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("hades serve").doesNotContain("crumb");
        assertThat(bed.send(bed.to("/api/v1/projects")).statusCode()).isEqualTo(401);
        assertThat(bed.send(bed.change("hades-1=x", crumb)).statusCode()).isEqualTo(401);
        nothingChanged();
    }

    @Test
    void aLinkServesOnce() throws Exception {
        URI link = bed.server.link();
        bed.open(link);

        HttpResponse<String> again = bed.open(link);

        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("used already", "start it again");
        assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aNewLinkVoidsTheOneBefore() throws Exception {
        URI old = bed.server.link();
        URI link = bed.server.link();

        assertThat(bed.open(old).statusCode()).isEqualTo(403);
        assertThat(bed.open(link).statusCode()).isEqualTo(200);
    }

    @Test
    void aLookAtTheHeadDoesNotUseTheLinkUp() throws Exception {
        URI link = bed.server.link();

        bed.send(HttpRequest.newBuilder(link).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(bed.open(link).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:%d", "127.0.0.1", "127.0.0.1.evil.example:%d", "[::1]:%d", ""})
    void aForeignHostIsRefused(String host) throws Exception {
        String named = host.formatted(bed.server.address().getPort());

        String answer = RawRequest.send(
                bed.server.address(),
                "GET / HTTP/1.1\nHost: " + named + "\nCookie: " + cookie + "\nConnection: close\n\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").doesNotContain("crumb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1", "http://localhost"})
    void aForeignOriginIsRefused(String origin) throws Exception {
        assertThat(bed.send(bed.change(cookie, crumb).header("Origin", origin)).statusCode())
                .isEqualTo(403);
        nothingChanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "nonsense"})
    void aForeignPageIsRefused(String site) throws Exception {
        assertThat(bed.send(bed.change(cookie, crumb).header("Sec-Fetch-Site", site))
                        .statusCode())
                .isEqualTo(403);
        assertThat(bed.send(bed.to("/api/v1/projects").header("Cookie", cookie).header("Sec-Fetch-Site", site))
                        .statusCode())
                .isEqualTo(403);
        nothingChanged();
    }

    @Test
    void withoutTheCrumbOfTheSessionNothingIsChanged() throws Exception {
        String other = bed.crumb(bed.enter());

        assertThat(bed.send(bed.change(cookie, "")).statusCode()).isEqualTo(403);
        assertThat(bed.send(bed.change(cookie, other)).statusCode()).isEqualTo(403);
        nothingChanged();
    }

    @Test
    void aFormIsNoRequest() throws Exception {
        HttpResponse<String> answer = bed.send(bed.to("/api/v1/projects/shop")
                .header("Cookie", cookie)
                .header(Front.CRUMB, crumb)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(HttpRequest.BodyPublishers.ofString("repository=x")));

        assertThat(answer.statusCode()).isBetween(400, 499);
        nothingChanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"})
    void otherMethodsHaveNoPage(String method) throws Exception {
        HttpResponse<String> answer =
                bed.send(bed.to("/").header("Cookie", cookie).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void aHugeBodyIsRefused() throws Exception {
        byte[] huge = new byte[ApiRequest.LARGEST_BODY + 1];

        String head = "PUT /api/v1/projects/shop HTTP/1.1\nHost: 127.0.0.1:"
                + bed.server.address().getPort() + "\nCookie: " + cookie
                + "\nContent-Length: 999999999999\nConnection: close\n\n";
        assertThat(RawRequest.send(bed.server.address(), head)).startsWith("HTTP/1.1 413");
        HttpResponse<String> chunked = bed.send(bed.to("/api/v1/projects/shop")
                .header("Cookie", cookie)
                .header(Front.CRUMB, crumb)
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(huge))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        nothingChanged();
    }

    @Test
    void aBodyThatIsNoTextIsRefused() throws Exception {
        HttpResponse<String> answer = bed.send(bed.to("/api/v1/projects/shop")
                .header("Cookie", cookie)
                .header(Front.CRUMB, crumb)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xff, '"'})));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aHugeHeadIsRefused() throws Exception {
        String answer = RawRequest.send(
                bed.server.address(),
                "GET / HTTP/1.1\nHost: 127.0.0.1:" + bed.server.address().getPort() + "\nX: " + "x".repeat(20_000)
                        + "\nConnection: close\n\n");

        assertThat(answer).startsWith("HTTP/1.1 431");
    }

    @Test
    void aBodyThatTakesTooLongIsCutOff() throws Exception {
        Instant begun = Instant.now();
        try (Socket socket = RawRequest.connect(bed.server.address())) {
            OutputStream output = socket.getOutputStream();
            output.write(("PUT /api/v1/projects/shop HTTP/1.1\r\nHost: 127.0.0.1:"
                            + bed.server.address().getPort() + "\r\nCookie: " + cookie
                            + "\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            output.flush();

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).doesNotContain("HTTP/1.1 2");
        }
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
        nothingChanged();
    }

    @Test
    void manySilentConnectionsAreClosedAndOthersServedAgain() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                silent.add(RawRequest.connect(bed.server.address()));
            }
            HttpResponse<String> answer =
                    bed.send(bed.to("/api/v1/projects").header("Cookie", cookie).timeout(Duration.ofSeconds(60)));

            assertThat(answer.statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE",
                "GET\n\n",
                "GET / HTTP/9.9\nHost: x\n\n",
                "\u0000\u0001\u0002\n\n",
                "GET /%zz HTTP/1.1\nHost: x\n\n"
            })
    void whatIsNoHttpHarmsNothing(String text) throws Exception {
        try (Socket socket = RawRequest.connect(bed.server.address())) {
            socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("HTTP/1.1 200");
        }
        assertThat(bed.send(bed.to("/api/v1/projects").header("Cookie", cookie)).statusCode())
                .isEqualTo(200);
    }

    private void nothingChanged() throws Exception {
        assertThat(bed.send(bed.to("/api/v1/projects").header("Cookie", cookie)).body())
                .doesNotContain("shop");
    }
}
