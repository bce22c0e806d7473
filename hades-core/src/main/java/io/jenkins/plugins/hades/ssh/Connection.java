package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.session.ConnectionService;

/** A connection to a server, logged in. Thread-safe. */
final class Connection implements AutoCloseable {
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(20);

    private final ClientSession session;
    private final String server;

    /**
     * @param session logged in
     * @param server the server, for errors
     * @param way the use of the jump server's connection, given back when this one ends
     */
    Connection(ClientSession session, String server, Optional<ConnectionPool.Lease> way) {
        this.session = session;
        this.server = server;
        session.addCloseFutureListener(closed -> way.ifPresent(ConnectionPool.Lease::close));
    }

    ClientSession session() {
        return session;
    }

    boolean isOpen() {
        return session.isOpen();
    }

    /** Runs the action when the connection ends, or at once if it has. */
    void onEnd(Runnable action) {
        session.addCloseFutureListener(closed -> action.run());
    }

    /**
     * Opens a channel.
     *
     * @throws IOException if the server refuses it, as MINA's {@code SshChannelOpenException}, or the connection turns out to be lost; then
     *     it is closed
     */
    void open(AbstractClientChannel channel) throws IOException, InterruptedException {
        try {
            session.getService(ConnectionService.class).registerChannel(channel);
            MinaFutures.get(channel.open(), OPEN_LIMIT);
        } catch (TimeoutException e) {
            session.close(true);
            throw new IOException(server + " no longer answers", e);
        } catch (IllegalStateException e) {
            throw new IOException("the connection to " + server + " was lost", e);
        }
    }

    /** The error for a connection that went away while it was used. */
    HadesException lost(String doing, Throwable cause) {
        return new HadesException(
                ErrorKind.UNREACHABLE,
                doing,
                "the connection to " + server + " was lost" + reason(),
                "Check the network and the server, then try again",
                cause);
    }

    private String reason() {
        return session instanceof QuietSession quiet
                ? quiet.reason().map(reason -> " (" + reason.getMessage() + ")").orElse("")
                : "";
    }

    @Override
    public void close() {
        session.close(false);
    }
}
