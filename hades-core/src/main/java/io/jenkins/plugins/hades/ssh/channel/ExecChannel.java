package io.jenkins.plugins.hades.ssh.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelListener;
import org.apache.sshd.common.channel.PtyChannelConfigurationHolder;

/**
 * A session channel that runs one command. The connection's threads only put what comes into buffers; whoever reads these opens the
 * channel's window again. What comes before the command's begin mark is noise of the login shell. A child that outlives the command and
 * holds its output open does not hold its end up: after the command's exit, a silence of a given time counts as the output's end.
 */
public final class ExecChannel extends ChannelExec {
    private static final int ERRORS_KEPT = 64 * 1024;

    private final Object change = new Object();
    private final InboundBuffer output = InboundBuffer.all(this::release);
    private final InboundBuffer errors = InboundBuffer.endOnly(this::release, ERRORS_KEPT);
    private final BeginFilter begin;
    private final String server;
    private final long linger;
    private boolean refused;
    private boolean givenUp;
    private boolean outputEnded;
    private boolean watchingSilence;
    private long lastMove = System.nanoTime();

    /**
     * @param server the server, for errors
     * @param command what the server is asked to run
     * @param beginMark what the command writes before anything else
     * @param terminal the terminal to run it in, if any
     * @param linger how long the output may stay open in silence after the command's exit
     */
    public ExecChannel(
            String server,
            String command,
            byte[] beginMark,
            Optional<PtyChannelConfigurationHolder> terminal,
            Duration linger) {
        super(command, terminal.orElse(null), Map.of());
        setUsePty(terminal.isPresent());
        this.server = server;
        this.begin = new BeginFilter(beginMark);
        this.linger = linger.toNanos();
        setOut(OutputStream.nullOutputStream());
        setErr(OutputStream.nullOutputStream());
        addChannelListener(new ChannelListener() {
            @Override
            public void channelStateChanged(Channel channel, String hint) {
                stateChanged();
            }
        });
        addCloseFutureListener(future -> endOutput(exitCode().isPresent()));
    }

    /** The command's standard output. */
    public InputStream output() {
        return output;
    }

    /** The command's standard error; only the last 64 kB of what came before the first call. */
    public InputStream errors() {
        return errors.open();
    }

    /** What the login shell's files wrote before the command began. */
    public String noise() {
        synchronized (change) {
            return begin.noise();
        }
    }

    /** Whether the server refused to run a command at all. */
    public boolean refused() {
        synchronized (change) {
            return refused;
        }
    }

    /** The exit code, 128 + n after signal n, once the server has told it. */
    public OptionalInt exitCode() {
        if (getExitStatus() != null) {
            return OptionalInt.of(getExitStatus());
        }
        return getExitSignal() == null ? OptionalInt.empty() : OptionalInt.of(128 + Signals.number(getExitSignal()));
    }

    /** Whether the command has begun. */
    public boolean begun() {
        synchronized (change) {
            return begin.begun();
        }
    }

    /** Whether the command's end is known and its output has come, or the channel is closed. */
    public boolean ended() {
        synchronized (change) {
            return isClosed() || (exitCode().isPresent() && outputEnded);
        }
    }

    /** Waits until the command has begun or ended; false if neither came within this time. */
    public boolean awaitBegin(Duration limit) throws InterruptedException {
        return await(() -> begin.begun() || ended(), limit);
    }

    /** Whether the command itself has ended, though its output may still be open. */
    public boolean exited() {
        return isClosed() || exitCode().isPresent();
    }

    /** Whether the channel was given up as the command had not begun in time. */
    public boolean neverBegan() {
        synchronized (change) {
            return givenUp;
        }
    }

    /** Gives the channel up if the command has not begun by now. */
    public void giveUpUnlessBegun() {
        synchronized (change) {
            if (begin.begun() || exited()) {
                return;
            }
            givenUp = true;
        }
        close(true);
    }

    /** Waits until the command itself has ended; false if it has not within this time. */
    public boolean awaitExit(Duration limit) throws InterruptedException {
        return await(this::exited, limit);
    }

    /** Waits until the command has ended; false if it has not within this time. */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return await(this::ended, limit);
    }

    /** Waits until the command has ended. */
    public void awaitEnd() throws InterruptedException {
        synchronized (change) {
            while (!ended()) {
                change.wait();
            }
        }
    }

    /** Waits until output or errors can be read, or nothing more comes. */
    public void awaitData() throws InterruptedException {
        synchronized (change) {
            while (output.available() == 0 && errors.available() == 0 && !outputEnded) {
                change.wait();
            }
        }
    }

    private interface Condition {
        boolean met();
    }

    private boolean await(Condition condition, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (change) {
            while (!condition.met()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(change, left + 1_000_000);
            }
            return true;
        }
    }

    @Override
    protected void doWriteData(byte[] data, int off, long len) throws IOException {
        byte[] rest;
        synchronized (change) {
            rest = begin.begun() ? null : begin.take(data, off, (int) len);
        }
        if (rest == null) {
            output.append(data, off, (int) len);
        } else {
            release((int) len - rest.length);
            output.append(rest, 0, rest.length);
        }
        moved();
    }

    @Override
    protected void doWriteExtendedData(byte[] data, int off, long len) throws IOException {
        errors.append(data, off, (int) len);
        moved();
    }

    @Override
    public void handleEof() throws IOException {
        endOutput(true);
        super.handleEof();
    }

    @Override
    public void handleFailure() {
        synchronized (change) {
            refused = true;
        }
        close(true);
    }

    private void stateChanged() {
        synchronized (change) {
            change.notifyAll();
            if (watchingSilence || outputEnded || exitCode().isEmpty()) {
                return;
            }
            watchingSilence = true;
            lastMove = System.nanoTime();
        }
        watchSilence(linger);
    }

    private void watchSilence(long nanoseconds) {
        ScheduledFuture<?> unused = getSession()
                .getFactoryManager()
                .getScheduledExecutorService()
                .schedule(this::endIfSilent, nanoseconds, TimeUnit.NANOSECONDS);
    }

    private void endIfSilent() {
        long left;
        synchronized (change) {
            if (outputEnded) {
                return;
            }
            boolean unread = output.available() > 0 || errors.unread() > 0;
            left = unread ? linger : lastMove + linger - System.nanoTime();
        }
        if (left <= 0) {
            endOutput(true);
        } else {
            watchSilence(left);
        }
    }

    private void endOutput(boolean complete) {
        synchronized (change) {
            outputEnded = true;
            for (InboundBuffer buffer : new InboundBuffer[] {output, errors}) {
                if (complete) {
                    buffer.finish();
                } else {
                    buffer.fail(new IOException("the connection to " + server + " was lost"));
                }
            }
            change.notifyAll();
        }
    }

    private void moved() {
        synchronized (change) {
            lastMove = System.nanoTime();
            change.notifyAll();
        }
    }

    private void release(int bytes) throws IOException {
        synchronized (change) {
            lastMove = System.nanoTime();
        }
        if (bytes > 0 && !isClosing()) {
            getLocalWindow().release(bytes);
        }
    }
}
