package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.cli.client.SocketTransport;
import io.jenkins.plugins.hades.cli.client.Transport;
import io.jenkins.plugins.hades.cli.home.Home;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks the process that owns the store. When that process ends, a new session takes its place: this process becomes the owner and goes on with the work, or joins
 * whoever did before. A change that may have been taken by the old owner is not sent twice. Thread-safe.
 */
final class JoinedTransport implements Transport {
    private final Home home;
    private final boolean work;
    private final Consumer<String> notes;
    private final SocketTransport first;
    private Optional<Session> next = Optional.empty();

    JoinedTransport(Home home, boolean work, Consumer<String> notes) {
        this.home = home;
        this.work = work;
        this.notes = notes;
        this.first = new SocketTransport(home.socket());
    }

    @Override
    public ApiResponse send(String method, String path, Map<String, String> query, String body)
            throws IOException, InterruptedException {
        Optional<Session> session = next();
        if (session.isPresent()) {
            return session.get().transport().send(method, path, query, body);
        }
        try {
            return first.send(method, path, query, body);
        } catch (IOException e) {
            if (!method.equals("GET") && !(e instanceof ConnectException)) {
                throw e;
            }
            return reopened().transport().send(method, path, query, body);
        }
    }

    @Override
    public ApiResponse upload(String path, Map<String, String> query, Path file)
            throws IOException, InterruptedException {
        Optional<Session> session = next();
        if (session.isPresent()) {
            return session.get().transport().upload(path, query, file);
        }
        try {
            return first.upload(path, query, file);
        } catch (ConnectException e) {
            return reopened().transport().upload(path, query, file);
        }
    }

    /** Whether this process owns the store by now. */
    boolean owner() {
        return next().map(Session::owner).orElse(false);
    }

    private synchronized Optional<Session> next() {
        return next;
    }

    private synchronized Session reopened() throws InterruptedException {
        if (next.isEmpty()) {
            next = Optional.of(Sessions.open(home, work, notes));
        }
        return next.get();
    }

    @Override
    public void close() {
        first.close();
        next().ifPresent(Session::close);
    }
}
