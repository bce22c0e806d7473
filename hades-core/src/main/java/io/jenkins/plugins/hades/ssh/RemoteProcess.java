package io.jenkins.plugins.hades.ssh;

import java.io.InputStream;
import java.io.OutputStream;

/** A running remote command. Closing it ends the command on the server if it still runs. */
public interface RemoteProcess extends AutoCloseable {
    /** To the command's standard input; close it to signal its end. */
    OutputStream input();

    /** From the command's standard output. */
    InputStream output();

    /** From the command's standard error. */
    InputStream errors();

    /** Waits for the end and gives the exit code; 128 + n when it died of signal n. */
    int await() throws InterruptedException;

    @Override
    void close();
}
