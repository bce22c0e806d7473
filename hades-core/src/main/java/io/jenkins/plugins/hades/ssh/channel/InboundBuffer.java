package io.jenkins.plugins.hades.ssh.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Bytes that came from the server and wait for a reader. The connection's threads append and never wait; what has been read is
 * reported, so that the channel's window opens again. So it holds no more than the window, and a slow reader slows the server down.
 * One that is to keep the end only, until somebody opens it, drops older bytes and never slows anybody down.
 */
public final class InboundBuffer extends InputStream {
    /** Told of bytes that have left the buffer. */
    @FunctionalInterface
    public interface Window {
        void release(int bytes) throws IOException;
    }

    private static final class Chunk {
        private final byte[] bytes;
        private final boolean released;

        private Chunk(byte[] bytes, boolean released) {
            this.bytes = bytes;
            this.released = released;
        }
    }

    private final Window window;
    private final int keptUntilOpened;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private int position;
    private int held;
    private boolean open;
    private boolean finished;
    private boolean closed;
    private IOException failure;

    private InboundBuffer(Window window, int keptUntilOpened, boolean open) {
        this.window = window;
        this.keptUntilOpened = keptUntilOpened;
        this.open = open;
    }

    /** A buffer that keeps all for its reader. */
    public static InboundBuffer all(Window window) {
        return new InboundBuffer(window, 0, true);
    }

    /** A buffer that keeps about the last {@code bytes} until it is opened, and all from then on. */
    public static InboundBuffer endOnly(Window window, int bytes) {
        return new InboundBuffer(window, bytes, false);
    }

    /** From now on everything is kept for the reader. */
    public synchronized InboundBuffer open() {
        open = true;
        return this;
    }

    /** Adds what came; called by the connection's threads. */
    public void append(byte[] data, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        boolean release;
        synchronized (this) {
            release = closed || !open;
            if (!closed) {
                byte[] copy = new byte[length];
                System.arraycopy(data, offset, copy, 0, length);
                chunks.add(new Chunk(copy, release));
                held += length;
                while (!open && held - chunks.getFirst().bytes.length >= keptUntilOpened) {
                    held -= chunks.removeFirst().bytes.length;
                }
                notifyAll();
            }
        }
        if (release) {
            window.release(length);
        }
    }

    /** Nothing more comes. */
    public synchronized void finish() {
        finished = true;
        notifyAll();
    }

    /** Nothing more comes, and what came may not be all: the reader gets this after it. Ignored after {@link #finish}. */
    public synchronized void fail(IOException why) {
        if (!finished && failure == null) {
            failure = why;
            notifyAll();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count;
        boolean release;
        synchronized (this) {
            if (!waitForBytes()) {
                return -1;
            }
            Chunk first = chunks.getFirst();
            count = Math.min(length, first.bytes.length - position);
            System.arraycopy(first.bytes, position, into, offset, count);
            position += count;
            held -= count;
            if (position == first.bytes.length) {
                chunks.removeFirst();
                position = 0;
            }
            release = !first.released;
        }
        if (release) {
            window.release(count);
        }
        return count;
    }

    private boolean waitForBytes() throws IOException {
        while (chunks.isEmpty()) {
            if (closed) {
                throw new IOException("the stream has been closed");
            }
            if (finished) {
                return false;
            }
            if (failure != null) {
                throw new IOException(failure.getMessage(), failure);
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for the server");
            }
        }
        return true;
    }

    @Override
    public synchronized int available() {
        return held;
    }

    /** How many bytes wait for a reader that has opened the buffer. */
    public synchronized int unread() {
        return open ? held : 0;
    }

    /** Drops what waits and what still comes. */
    @Override
    public void close() throws IOException {
        int dropped = 0;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            for (Chunk chunk : chunks) {
                dropped += chunk.released ? 0 : chunk.bytes.length;
            }
            dropped -= chunks.isEmpty() || chunks.getFirst().released ? 0 : position;
            chunks.clear();
            held = 0;
            notifyAll();
        }
        if (dropped > 0) {
            window.release(dropped);
        }
    }
}
