package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.ssh.SocketStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * docker-java's transport over the streams of an {@link EngineConnector}: a connection for each request, closed with its response and
 * when the operation stops. Thread-safe. What goes wrong on the way is thrown as {@link UncheckedIOException}.
 */
final class EngineHttpClient implements DockerHttpClient {
    private final EngineConnector connector;
    private final OperationContext context;
    private final ScheduledExecutorService timer;
    private final Function<Request, Optional<Duration>> limits;

    EngineHttpClient(
            EngineConnector connector,
            OperationContext context,
            ScheduledExecutorService timer,
            Function<Request, Optional<Duration>> limits) {
        this.connector = connector;
        this.context = context;
        this.timer = timer;
        this.limits = limits;
    }

    @Override
    public Response execute(Request request) {
        EngineConnection connection;
        try {
            connection = connect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            limits.apply(request).ifPresent(limit -> connection.whenClosed(watch(connection, limit)));
            return connection.exchange(request);
        } catch (IOException e) {
            connection.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    private EngineConnection connect() throws IOException {
        SocketStream stream;
        try {
            stream = connector.open();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while connecting").initCause(e);
        }
        EngineConnection connection = new EngineConnection(stream);
        OperationContext.Registration stop =
                context.onStop(() -> connection.abort(new IOException("the operation was stopped")));
        connection.whenClosed(stop::close);
        return connection;
    }

    private Runnable watch(EngineConnection connection, Duration limit) {
        Future<?> alarm = timer.schedule(
                () -> connection.abort(new EngineSilenceException(limit)), limit.toMillis(), TimeUnit.MILLISECONDS);
        return () -> alarm.cancel(false);
    }

    @Override
    public void close() {
        // Every connection ends with its response; nothing is kept between requests.
    }
}
