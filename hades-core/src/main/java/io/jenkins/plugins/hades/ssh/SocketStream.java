package io.jenkins.plugins.hades.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Both directions of a connection. */
public interface SocketStream extends Closeable {
    /** What the other side sends. */
    InputStream input();

    /** What is sent to the other side. */
    OutputStream output();

    /** Tells the other side that nothing more comes, while its answer can still be read. */
    void closeOutput() throws IOException;
}
