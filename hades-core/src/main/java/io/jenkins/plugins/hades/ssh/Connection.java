package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.channel.ExecChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.ConnectionService;

/** A connection to a server, logged in. Thread-safe. */
final class Connection implements AutoCloseable {
    private final ClientSession session;
    private final String server;
    private final Duration openLimit;
    private final AtomicInteger sessions = new AtomicInteger();

    /**
     * @param session logged in
     * @param server the server, for errors
     * @param openLimit how long the server may take to open a channel: longer than a dead one stays unnoticed
     * @param way the use of the jump server's connection, given back when this one ends
     */
    Connection(ClientSession session, String server, Duration openLimit, Optional<ConnectionPool.Lease> way) {
        this.session = session;
        this.server = server;
        this.openLimit = openLimit;
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
     * @throws IOException if the server refuses it, as MINA's {@code SshChannelOpenException}, or the connection turns out to be lost
     */
    void open(AbstractClientChannel channel) throws IOException, InterruptedException {
        open(channel, opened -> {});
    }

    /** Opens a channel; the connection's thread, which gets the server's answers in their order, tells whether it was opened. */
    private void open(AbstractClientChannel channel, Consumer<Boolean> answer)
            throws IOException, InterruptedException {
        try {
            session.getService(ConnectionService.class).registerChannel(channel);
            OpenFuture future = channel.open();
            future.addListener(done -> answer.accept(done.isOpened()));
            MinaFutures.get(future, openLimit);
        } catch (TimeoutException e) {
            throw new IOException(server + " opens no channel in time", e);
        } catch (IllegalStateException e) {
            throw new IOException("the connection to " + server + " was lost", e);
        }
    }

    /**
     * Opens a session.
     *
     * @return how many sessions the connection carries now
     * @throws SessionRefusedException if the server allows no more of them
     * @throws IOException if the connection turns out to be lost
     */
    int openSession(ExecChannel channel) throws IOException, InterruptedException {
        AtomicInteger count = new AtomicInteger();
        try {
            open(channel, opened -> {
                count.set(opened ? sessions.incrementAndGet() : sessions.get());
                if (opened) {
                    channel.addCloseFutureListener(closed -> sessions.decrementAndGet());
                }
            });
            return count.get();
        } catch (SshChannelOpenException e) {
            throw new SessionRefusedException(count.get(), e);
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
