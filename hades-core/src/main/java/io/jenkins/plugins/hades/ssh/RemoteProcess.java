package io.jenkins.plugins.hades.ssh;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * A running remote command, marked as its operation's. Its streams block, may be used by one thread each, and throw when the connection is
 * lost rather than end; what is not read holds the command up. Closing it ends the command and what it started, if they still run, which
 * takes about as long as they take to obey, two seconds at most before they are killed.
 */
public interface RemoteProcess extends AutoCloseable {
    /** To the command's standard input, buffered: flush it for what must arrive, close it to signal its end. */
    OutputStream input();

    /** From the command's standard output. */
    InputStream output();

    /** From the command's standard error. Until it is asked for, only the last 64 kB are kept, and the command is not held up by it. */
    InputStream errors();

    /**
     * Waits for the end and gives the exit code; 128 + n when it died of signal n, 127 when there is no such program, 126 when it cannot be
     * run or its folder is missing. Output must be read or closed, or the command may never end.
     */
    int await() throws InterruptedException;

    @Override
    void close();
}
