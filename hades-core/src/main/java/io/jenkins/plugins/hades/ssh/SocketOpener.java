package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.ssh.channel.StreamChannel;
import java.io.IOException;
import java.net.ConnectException;
import java.util.function.Supplier;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;

/** Opens sockets on a server through its connections. Thread-safe. */
final class SocketOpener {
    private static final int ATTEMPTS = 3;

    private final String server;
    private final String user;
    private final ConnectionUse.Source source;

    /**
     * @param server the server, for errors
     * @param user the user on the server, for errors
     * @param source gives connections
     */
    SocketOpener(String server, String user, ConnectionUse.Source source) {
        this.server = server;
        this.user = user;
        this.source = source;
    }

    SocketStream openUnix(String path) throws IOException, InterruptedException {
        String doing = "Opening the socket " + path + " on " + server;
        try {
            return open(() -> StreamChannel.toUnixSocket(path), doing);
        } catch (SshChannelOpenException e) {
            // OpenSSH answers the same in all these cases.
            throw new IOException(
                    doing + " failed: there is no such socket, nothing listens on it, the user " + user
                            + " may not use it, or the server's sshd forwards no sockets ('AllowStreamLocalForwarding' in"
                            + " sshd_config) (" + e.getMessage() + ")",
                    e);
        }
    }

    SocketStream openTcp(String address, int port) throws IOException, InterruptedException {
        String doing = "Opening port " + port + " of " + address + " through " + server;
        try {
            return open(() -> StreamChannel.toTcp(address, port), doing);
        } catch (SshChannelOpenException e) {
            if (prohibited(e)) {
                throw new IOException(
                        doing + " failed: its sshd does not forward ports ('AllowTcpForwarding' in sshd_config) ("
                                + e.getMessage() + ")",
                        e);
            }
            ConnectException refused =
                    new ConnectException(doing + " failed: nothing accepts connections there (" + e.getMessage() + ")");
            refused.initCause(e);
            throw refused;
        }
    }

    private static boolean prohibited(SshChannelOpenException e) {
        return e.getReasonCode() == SshConstants.SSH_OPEN_ADMINISTRATIVELY_PROHIBITED;
    }

    /** A connection that turns out to be lost is replaced: nothing has been sent by then. */
    private SocketStream open(Supplier<StreamChannel> channels, String doing) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            ConnectionUse use = source.get();
            StreamChannel channel = channels.get();
            boolean kept = false;
            try {
                use.connection().open(channel);
                kept = true;
                return new SshSocketStream(channel, use);
            } catch (SshChannelOpenException e) {
                throw e;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw use.connection().lost(doing, e);
                }
            } finally {
                if (!kept) {
                    channel.close(true);
                    use.close();
                }
            }
        }
    }
}
