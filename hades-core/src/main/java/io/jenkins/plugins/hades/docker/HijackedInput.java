package io.jenkins.plugins.hades.docker;

import io.jenkins.plugins.hades.ssh.SocketStream;
import java.io.IOException;
import java.io.InputStream;

/** Feeds a container's standard input through a connection that has become a raw stream. */
final class HijackedInput {
    private static final int PIECE = 8 * 1024;

    private HijackedInput() {}

    /**
     * Copies in a thread of its own until the input ends, and then tells the container so. A broken connection ends it silently: whoever
     * reads the output learns of it.
     */
    static void pump(InputStream from, SocketStream to) {
        Thread thread = new Thread(() -> copy(from, to), "hades-docker-input");
        thread.setDaemon(true);
        thread.start();
    }

    private static void copy(InputStream from, SocketStream to) {
        byte[] piece = new byte[PIECE];
        try {
            for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
                to.output().write(piece, 0, count);
                to.output().flush();
            }
            to.closeOutput();
        } catch (IOException e) {
            closeQuietly(to);
        }
    }

    private static void closeQuietly(SocketStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // It is broken already; its reader gets the failure.
            return;
        }
    }
}
