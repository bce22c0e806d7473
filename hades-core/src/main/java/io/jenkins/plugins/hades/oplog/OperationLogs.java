package io.jenkins.plugins.hades.oplog;

import java.io.IOException;

/** The logs of operations: one file each, readable by offset while it is written. Thread-safe. */
public interface OperationLogs {
    /** Opens the log of an operation for writing at its end. */
    Writer writer(long operation) throws IOException;

    /**
     * Reads a part of an operation's log.
     *
     * @param offset in bytes from its beginning
     * @param limit how many bytes at most
     * @return whole lines only, unless a single line exceeds the limit; empty where nothing is
     */
    Part read(long operation, long offset, int limit) throws IOException;

    /**
     * A part of a log.
     *
     * @param text what was read
     * @param next the offset to go on from
     * @param more whether the log may still grow, or has more than was read
     */
    record Part(String text, long next, boolean more) {}

    /** Writes one operation's log. */
    interface Writer extends AutoCloseable {
        /** Writes a line with its time. Throws nothing: a disk that is full is remembered and told by {@link #problem()}. */
        void line(String text);

        /** Makes a value unreadable from now on, in its base64 and URL-encoded forms too. */
        void mask(String secret);

        /** A text as this log shows it, without colours: secrets are masked, and control characters shown by their names. It may have several lines. */
        String shown(String text);

        /** What kept lines from being written; empty if nothing did. */
        String problem();

        /** Ends the log: readers no longer wait for more. */
        @Override
        void close();
    }
}
