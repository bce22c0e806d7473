package io.jenkins.plugins.hades.target.health;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What one attempt has opened. Closing it from another thread ends reads that block. */
public final class AttemptStreams implements Closeable {
    private final List<Closeable> opened = new ArrayList<>();
    private boolean closed;

    /** Closes this together with the attempt; at once if the attempt is over. */
    public <T extends Closeable> T use(T stream) throws IOException {
        synchronized (opened) {
            if (!closed) {
                opened.add(stream);
                return stream;
            }
        }
        stream.close();
        throw new IOException("the attempt is over");
    }

    @Override
    public void close() throws IOException {
        List<Closeable> toClose;
        synchronized (opened) {
            closed = true;
            toClose = List.copyOf(opened);
            opened.clear();
        }
        for (Closeable stream : toClose) {
            stream.close();
        }
    }
}
