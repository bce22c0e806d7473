package io.jenkins.plugins.hades.docker;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.SocketStream;
import java.io.IOException;

/**
 * Opens streams to the engine of one server: its Unix socket through the SSH connection, or, where sshd refuses to forward it,
 * {@code docker system dial-stdio}, as the Docker command does for {@code ssh://} hosts. Thread-safe.
 */
final class EngineConnector {
    private final RemoteHost host;
    private final OperationContext context;
    private volatile boolean forwardingRefused;

    EngineConnector(RemoteHost host, OperationContext context) {
        this.host = host;
        this.context = context;
    }

    /** Opens a stream; a refusal of both ways may show only when the stream is read: it ends without a byte. */
    SocketStream open() throws IOException, InterruptedException {
        if (!forwardingRefused) {
            try {
                return host.openUnixSocket(host.spec().dockerSocket());
            } catch (IOException refused) {
                forwardingRefused = true;
            }
        }
        return DialStdio.start(host, context);
    }

    /** Tries the forwarded socket again when the next stream is opened: the engine may have been down when it was refused. */
    void forget() {
        forwardingRefused = false;
    }
}
