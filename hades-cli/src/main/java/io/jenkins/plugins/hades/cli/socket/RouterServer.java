package io.jenkins.plugins.hades.cli.socket;

import io.jenkins.plugins.hades.api.ApiRequest;
import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.api.Router;
import io.jenkins.plugins.hades.secret.PrivateFiles;
import java.io.FilterInputStream;
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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParser;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.net.URIBuilder;

/**
 * Serves a router on a Unix socket of mode 0600, one request a connection, so that other processes of the same user can use an engine that runs in
 * this one. A thread for each connection, 64 at most; further ones wait. Who takes longer than ten seconds to send a request, or the next bytes of one that
 * may be of any length, or to take the answer, is cut off.
 */
public final class RouterServer implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(RouterServer.class.getName());
    private static final int CONNECTIONS = 64;
    private static final String ORIGIN = "cli";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path path;
    private final Router router;
    private final ServerSocketChannel listener;
    private final Duration patience;
    private final Semaphore free = new Semaphore(CONNECTIONS);
    private final Map<SocketChannel, Boolean> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(RouterServer::thread);

    private RouterServer(Path path, Router router, ServerSocketChannel listener, Duration patience) {
        this.path = path;
        this.router = router;
        this.listener = listener;
        this.patience = patience;
    }

    /**
     * Listens; a socket file that a dead process left is replaced, so the caller must own the store.
     *
     * @throws IOException when the socket cannot be made
     */
    public static RouterServer listen(Path path, Router router) throws IOException {
        return listen(path, router, PATIENCE);
    }

    /**
     * Listens; as the other, with another patience.
     *
     * @param patience how long a request, or its answer, may take on its way
     */
    public static RouterServer listen(Path path, Router router, Duration patience) throws IOException {
        requireOwn(path.getParent());
        Files.deleteIfExists(path);
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        RouterServer server = new RouterServer(path, router, listener, patience);
        start(server::accept, "hades-socket");
        return server;
    }

    /** Makes the folder. Where it lies in a folder that all may write, another user may have made it before: then it is refused. */
    private static void requireOwn(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !owner.equals(System.getProperty("user.name"))
                || !PrivateFiles.isPrivate(folder)) {
            throw new IOException("the folder " + folder + " is not this user's alone, but belongs to " + owner);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hades-socket-clock");
        thread.setDaemon(true);
        return thread;
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
            Optional<Brought> brought = limited(channel, () -> read(input, output));
            if (brought.isPresent()) {
                ApiRequest request = brought.get().request();
                ApiResponse response = router.handle(brought.get()
                        .content()
                        .map(content -> request.with(new Paced(content, channel)))
                        .orElse(request));
                limited(channel, () -> write(output, response));
            }
        } catch (ClosedChannelException e) {
            LOGGER.log(Level.FINE, "The other side closed the socket", e);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "A request on the socket could not be answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(channel);
            free.release();
        }
    }

    /** A request, with the bytes of its body where they are read while they come. */
    private record Brought(ApiRequest request, Optional<InputStream> content) {}

    /** A body of any length, of which something must come within the patience. */
    private final class Paced extends FilterInputStream {
        private final SocketChannel channel;

        Paced(InputStream in, SocketChannel channel) {
            super(in);
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            return limited(channel, in::read);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return limited(channel, () -> in.read(bytes, offset, length));
        }
    }

    private interface Exchange<T> {
        T run() throws IOException;
    }

    /** Closes the channel if it takes too long. */
    private <T> T limited(SocketChannel channel, Exchange<T> exchange) throws IOException {
        ScheduledFuture<?> limit = clock.schedule(() -> cut(channel), patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return exchange.run();
        } finally {
            limit.cancel(false);
        }
    }

    private static void cut(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "A slow connection could not be closed", e);
        }
    }

    /** Reads the request; answers one that cannot be read. */
    private Optional<Brought> read(InputStream input, OutputStream output) throws IOException {
        try {
            return Optional.of(request(input));
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException | HttpException | RuntimeException e) {
            String text = "The request cannot be read: " + e.getMessage() + "\n";
            write(output, new ApiResponse(400, Map.of("Content-Type", "text/plain; charset=utf-8"), text));
            return Optional.empty();
        }
    }

    private Brought request(InputStream input) throws IOException, HttpException {
        SessionInputBufferImpl buffer =
                new SessionInputBufferImpl(HttpMessages.LIMITS.getBufferSize(), HttpMessages.LIMITS.getMaxLineLength());
        ClassicHttpRequest request = new DefaultHttpRequestParser(HttpMessages.LIMITS).parse(buffer, input);
        String path = request.getPath().replaceFirst("\\?.*", "");
        boolean streamed = router.receives(request.getMethod(), path);
        Optional<InputStream> content =
                streamed ? Optional.of(HttpMessages.stream(request, buffer, input)) : Optional.empty();
        byte[] body = streamed ? new byte[0] : HttpMessages.body(request, buffer, input, ApiRequest.LARGEST_BODY);
        ApiRequest asked = new ApiRequest(
                request.getMethod(),
                path,
                query(request),
                headers(request),
                request.containsHeader("Content-Type")
                        ? request.getFirstHeader("Content-Type").getValue()
                        : "",
                new String(body, java.nio.charset.StandardCharsets.UTF_8),
                new Caller(System.getProperty("user.name"), ORIGIN),
                true,
                "");
        return new Brought(asked, content);
    }

    private static Map<String, String> headers(ClassicHttpRequest request) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        for (Header header : request.getHeaders()) {
            values.putIfAbsent(header.getName(), header.getValue());
        }
        return values;
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

    private static boolean write(OutputStream output, ApiResponse response) throws IOException {
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
        return true;
    }

    /** Stops listening, and ends the open connections. */
    @Override
    public void close() throws IOException {
        listener.close();
        clock.shutdownNow();
        Files.deleteIfExists(path);
        for (SocketChannel channel : open.keySet()) {
            channel.close();
        }
    }
}
