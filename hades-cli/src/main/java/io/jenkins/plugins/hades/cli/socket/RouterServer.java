package io.jenkins.plugins.hades.cli.socket;

import io.jenkins.plugins.hades.api.ApiRequest;
import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.api.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParser;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.net.URIBuilder;

/**
 * Serves a router on a Unix socket of mode 0600, one request a connection, so that other processes of the same user can use an engine that runs in
 * this one. A thread for each connection, 64 at most; further ones wait.
 */
public final class RouterServer implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(RouterServer.class.getName());
    private static final int CONNECTIONS = 64;
    private static final String ORIGIN = "cli";

    private final Path path;
    private final Router router;
    private final ServerSocketChannel listener;
    private final Semaphore free = new Semaphore(CONNECTIONS);
    private final Map<SocketChannel, Boolean> open = new ConcurrentHashMap<>();

    private RouterServer(Path path, Router router, ServerSocketChannel listener) {
        this.path = path;
        this.router = router;
        this.listener = listener;
    }

    /**
     * Listens; a socket file that a dead process left is replaced, so the caller must own the store.
     *
     * @throws IOException when the socket cannot be made
     */
    public static RouterServer listen(Path path, Router router) throws IOException {
        Files.createDirectories(
                path.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.deleteIfExists(path);
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        RouterServer server = new RouterServer(path, router, listener);
        start(server::accept, "hades-socket");
        return server;
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (listener.isOpen()) {
                free.acquire();
                SocketChannel channel = listener.accept();
                open.put(channel, true);
                start(() -> serve(channel), "hades-socket-request");
            }
        } catch (AsynchronousCloseException e) {
            LOGGER.log(Level.FINE, "The socket was closed", e);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The socket " + path + " takes no more requests", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(SocketChannel channel) {
        try (channel;
                InputStream input = Channels.newInputStream(channel);
                OutputStream output = Channels.newOutputStream(channel)) {
            write(output, answer(input));
        } catch (ClosedChannelException e) {
            LOGGER.log(Level.FINE, "The other side closed the socket", e);
        } catch (IOException | HttpException e) {
            LOGGER.log(Level.FINE, "A request on the socket could not be answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(channel);
            free.release();
        }
    }

    private ApiResponse answer(InputStream input) throws IOException, HttpException, InterruptedException {
        SessionInputBufferImpl buffer =
                new SessionInputBufferImpl(HttpMessages.LIMITS.getBufferSize(), HttpMessages.LIMITS.getMaxLineLength());
        ClassicHttpRequest request = new DefaultHttpRequestParser(HttpMessages.LIMITS).parse(buffer, input);
        byte[] body = HttpMessages.body(request, buffer, input, ApiRequest.LARGEST_BODY);
        ContentType type = ContentType.parseLenient(
                request.containsHeader("Content-Type")
                        ? request.getFirstHeader("Content-Type").getValue()
                        : "");
        return router.handle(new ApiRequest(
                request.getMethod(),
                request.getPath().replaceFirst("\\?.*", ""),
                query(request),
                type == null ? "" : type.getMimeType(),
                new String(body, java.nio.charset.StandardCharsets.UTF_8),
                new Caller(System.getProperty("user.name"), ORIGIN),
                true));
    }

    private static Map<String, String> query(ClassicHttpRequest request) throws HttpException {
        try {
            Map<String, String> values = new java.util.LinkedHashMap<>();
            new URIBuilder(request.getUri())
                    .getQueryParams()
                    .forEach(
                            pair -> values.putIfAbsent(pair.getName(), pair.getValue() == null ? "" : pair.getValue()));
            return values;
        } catch (java.net.URISyntaxException e) {
            throw new HttpException("The address cannot be read", e);
        }
    }

    private static void write(OutputStream output, ApiResponse response) throws IOException {
        byte[] body = response.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(response.status()).append(" \r\n");
        response.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        output.write(head.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        output.write(body);
        output.flush();
    }

    /** Stops listening, and ends the open connections. */
    @Override
    public void close() throws IOException {
        listener.close();
        Files.deleteIfExists(path);
        for (SocketChannel channel : open.keySet()) {
            channel.close();
        }
    }
}
