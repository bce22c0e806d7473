package io.jenkins.plugins.hades.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Feeds a command its input, on a thread of its own, and closes both ends. */
final class InputFeeder implements Runnable {
    private static final Logger LOG = System.getLogger(InputFeeder.class.getName());

    private final InputStream from;
    private final OutputStream to;

    InputFeeder(InputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public void run() {
        try (InputStream source = from;
                OutputStream target = to) {
            source.transferTo(target);
        } catch (IOException e) {
            // A command may end before it has read all of its input: its exit code says whether that is right.
            LOG.log(Level.DEBUG, "a command's input ended early", e);
        }
    }

    /** Closes an end of a command's input: the source, so that a feeder that waits for it ends, or the command's own. */
    static void close(Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a command's input could not be closed", e);
        }
    }

    /** Turns an interrupt that came as an I/O error back into one. */
    static void rethrowInterrupt(IOException e) throws InterruptedException {
        if (e instanceof InterruptedIOException && Thread.interrupted()) {
            throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
        }
    }
}
