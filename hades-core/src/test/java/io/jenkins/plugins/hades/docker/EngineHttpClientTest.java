package io.jenkins.plugins.hades.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.TrialContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EngineHttpClientTest {
    @TempDir
    private Path folder;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void endTimer() {
        timer.shutdownNow();
    }

    @Test
    void a_body_of_known_length_ends_after_that_length_though_the_connection_stays_open() throws Exception {
        try (ScriptedEngine engine = serve((in, out) -> {
            ScriptedEngine.readHead(in);
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));
            in.read();
        })) {
            try (Response response = client(engine).execute(get("/x"))) {
                assertThat(response.getStatusCode()).isEqualTo(200);
                assertThat(response.getBody()).hasContent("hello");
            }
        }
    }

    @Test
    void a_chunked_body_is_put_together_across_small_writes() throws Exception {
        try (ScriptedEngine engine = serve((in, out) -> {
            ScriptedEngine.readHead(in);
            for (byte one : ascii(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n7;x=y\r\n, world\r\n0\r\n\r\n")) {
                out.write(one);
            }
            in.read();
        })) {
            try (Response response = client(engine).execute(get("/x"))) {
                assertThat(response.getBody()).hasContent("hello, world");
            }
        }
    }

    @Test
    void a_chunked_body_that_is_cut_is_an_error_and_no_end() throws Exception {
        try (ScriptedEngine engine = serve(ScriptedEngine.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n9\r\nhalf"))) {
            try (Response response = client(engine).execute(get("/x"))) {
                assertThatThrownBy(() -> response.getBody().readAllBytes()).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_body_shorter_than_its_length_is_an_error_and_no_end() throws Exception {
        try (ScriptedEngine engine =
                serve(ScriptedEngine.answering("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"))) {
            try (Response response = client(engine).execute(get("/x"))) {
                assertThatThrownBy(() -> response.getBody().readAllBytes()).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_streamed_request_body_goes_out_in_chunks_and_whole() throws Exception {
        byte[] sent = new byte[300_000];
        new Random(7).nextBytes(sent);
        AtomicReference<byte[]> received = new AtomicReference<>();
        try (ScriptedEngine engine = serve((in, out) -> {
            assertThat(ScriptedEngine.readHead(in)).containsIgnoringCase("transfer-encoding: chunked");
            received.set(readChunks(in));
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        })) {
            Request request = Request.builder()
                    .method(Request.Method.POST)
                    .path("/images/load")
                    .body(new ByteArrayInputStream(sent))
                    .build();
            client(engine).execute(request).close();
            assertThat(received.get()).isEqualTo(sent);
            assertThat(engine.failures()).isEmpty();
        }
    }

    @Test
    void an_engine_that_refuses_a_body_half_way_is_heard() throws Exception {
        try (ScriptedEngine engine = serve((in, out) -> {
            ScriptedEngine.readHead(in);
            in.readNBytes(1000);
            out.write(ascii("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 4\r\n\r\nfull"));
        })) {
            Request request = Request.builder()
                    .method(Request.Method.POST)
                    .path("/images/load")
                    .body(new EndlessZeros())
                    .build();
            try (Response response = client(engine).execute(request)) {
                assertThat(response.getStatusCode()).isEqualTo(500);
                assertThat(response.getBody()).hasContent("full");
            }
        }
    }

    @Test
    void a_body_whose_own_stream_fails_leaves_the_request_incomplete_and_tells_why() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        try (ScriptedEngine engine = serve((in, out) -> {
            ScriptedEngine.readHead(in);
            end.complete(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        })) {
            Request request = Request.builder()
                    .method(Request.Method.POST)
                    .path("/images/load")
                    .body(new BrokenInput())
                    .build();
            assertThatThrownBy(() -> client(engine).execute(request))
                    .hasRootCauseMessage("the build server is gone")
                    .cause()
                    .isInstanceOf(HttpRequestWriter.UnreadableBodyException.class);
            assertThat(end.get()).doesNotContain("0\r\n\r\n");
        }
    }

    @Test
    void an_upgraded_connection_carries_input_and_output_at_once_and_passes_on_the_end_of_input() throws Exception {
        try (ScriptedEngine engine = serve((in, out) -> {
            String head = ScriptedEngine.readHead(in);
            assertThat(head).containsIgnoringCase("connection: upgrade").containsIgnoringCase("upgrade: tcp");
            in.readNBytes(2);
            out.write(ascii("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\nready "));
            out.write(in.readAllBytes());
        })) {
            PipedOutputStream typed = new PipedOutputStream();
            Request request = Request.builder()
                    .method(Request.Method.POST)
                    .path("/exec/1/start")
                    .bodyBytes(ascii("{}"))
                    .hijackedInput(new PipedInputStream(typed))
                    .build();
            try (Response response = client(engine).execute(request)) {
                assertThat(response.getStatusCode()).isEqualTo(200);
                assertThat(response.getBody().readNBytes(6)).isEqualTo(ascii("ready "));
                typed.write(ascii("typed"));
                typed.close();
                assertThat(response.getBody()).hasContent("typed");
            }
            assertThat(engine.failures()).isEmpty();
        }
    }

    @Test
    void a_refused_upgrade_is_an_ordinary_answer() throws Exception {
        try (ScriptedEngine engine =
                serve(ScriptedEngine.answering("HTTP/1.1 409 Conflict\r\nContent-Length: 4\r\n\r\ngone"))) {
            Request request = Request.builder()
                    .method(Request.Method.POST)
                    .path("/exec/1/start")
                    .hijackedInput(InputStream.nullInputStream())
                    .build();
            try (Response response = client(engine).execute(request)) {
                assertThat(response.getStatusCode()).isEqualTo(409);
                assertThat(response.getBody()).hasContent("gone");
            }
        }
    }

    @Test
    void interim_answers_are_passed_over_and_headers_are_found_in_any_case() throws Exception {
        try (ScriptedEngine engine = serve(ScriptedEngine.answering(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nAPI-Version: 1.41\r\nContent-Length: 0\r\n\r\n"))) {
            try (Response response = client(engine).execute(get("/x"))) {
                assertThat(response.getHeader("api-version")).isEqualTo("1.41");
            }
        }
    }

    @Test
    void closing_a_response_early_closes_the_connection_at_once() throws Exception {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        try (ScriptedEngine engine = serve((in, out) -> {
            ScriptedEngine.readHead(in);
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\nbegin"));
            end.complete(in.read());
        })) {
            Response response = client(engine).execute(get("/x"));
            response.getBody().close();
            assertThat(end.get()).isEqualTo(-1);
        }
    }

    @Test
    void an_engine_that_closes_without_an_answer_is_told_apart() throws Exception {
        try (ScriptedEngine engine = serve((in, out) -> ScriptedEngine.readHead(in))) {
            assertThatThrownBy(() -> client(engine).execute(get("/x")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("before the Docker daemon answered");
        }
    }

    @Test
    void an_engine_that_keeps_silent_is_given_up_after_the_limit() throws Exception {
        try (ScriptedEngine engine = serve((in, out) -> in.readAllBytes())) {
            EngineHttpClient client = new EngineHttpClient(
                    new EngineConnector(engine.host(), new DetachedContext(line -> {})),
                    new DetachedContext(line -> {}),
                    timer,
                    request -> Optional.of(Duration.ofMillis(50)));
            assertThatThrownBy(() -> client.execute(get("/info"))).hasRootCauseInstanceOf(EngineSilenceException.class);
        }
    }

    @Test
    void an_engine_that_falls_silent_within_its_answer_is_given_up_too() throws Exception {
        try (ScriptedEngine engine = serve((in, out) -> {
            ScriptedEngine.readHead(in);
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegin"));
            in.readAllBytes();
        })) {
            EngineHttpClient client = new EngineHttpClient(
                    new EngineConnector(engine.host(), new DetachedContext(line -> {})),
                    new DetachedContext(line -> {}),
                    timer,
                    request -> Optional.of(Duration.ofMillis(200)));
            try (Response response = client.execute(get("/info"))) {
                assertThatThrownBy(() -> response.getBody().readAllBytes()).isInstanceOf(EngineSilenceException.class);
            }
        }
    }

    @Test
    void stopping_the_operation_ends_a_stream_that_is_being_read() throws Exception {
        TrialContext context = new TrialContext();
        try (ScriptedEngine engine = serve((in, out) -> {
            ScriptedEngine.readHead(in);
            out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"));
            in.readAllBytes();
        })) {
            EngineHttpClient client = new EngineHttpClient(
                    new EngineConnector(engine.host(), context), context, timer, request -> Optional.empty());
            Response response = client.execute(get("/containers/1/logs?follow=1"));
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread reader = new Thread(() -> {
                try {
                    response.getBody().readAllBytes();
                } catch (IOException e) {
                    ended.complete(e);
                }
            });
            reader.start();
            await().until(() -> reader.getState() != Thread.State.NEW);
            context.stop();
            assertThat(ended.get()).hasMessageContaining("stopped");
        }
    }

    private ScriptedEngine serve(ScriptedEngine.Script script) throws IOException {
        return ScriptedEngine.at(folder.resolve("engine.sock"), script);
    }

    private EngineHttpClient client(ScriptedEngine engine) {
        DetachedContext context = new DetachedContext(line -> {});
        return new EngineHttpClient(
                new EngineConnector(engine.host(), context), context, timer, request -> Optional.empty());
    }

    private static Request get(String path) {
        return Request.builder().method(Request.Method.GET).path(path).build();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(readLine(in), 16);
            whole.write(in.readNBytes(size));
            assertThat(readLine(in)).isEmpty();
            if (size == 0) {
                return whole.toByteArray();
            }
        }
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** A source that fails. */
    private static final class BrokenInput extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the build server is gone");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }

    /** More than any buffer between the two sides holds. */
    private static final class EndlessZeros extends InputStream {
        @Override
        public int read() {
            return 0;
        }
    }
}
