package io.jenkins.plugins.hades.target.health;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.SocketStream;
import java.io.IOException;
import java.net.ConnectException;

/**
 * Connects to TCP ports from a server's own side: by the SSH connection's forwarding, and where the server forbids that, through its bash.
 */
final class ServerPorts {
    private static final int REFUSED = 97;
    private static final String RELAY =
            "exec 3<>\"/dev/tcp/$0/$1\" || exit " + REFUSED + "; echo; cat <&3 & cat >&3; wait";

    private ServerPorts() {}

    /** @throws ConnectException when nothing accepts the connection */
    static SocketStream open(RemoteHost host, String address, int port) throws IOException, InterruptedException {
        try {
            return host.openTcp(address, port);
        } catch (ConnectException e) {
            throw e;
        } catch (IOException e) {
            return relay(host, address, port, e);
        }
    }

    private static SocketStream relay(RemoteHost host, String address, int port, IOException forbidden)
            throws IOException, InterruptedException {
        RemoteCommand command = RemoteCommand.of("bash", "-c", RELAY, address, String.valueOf(port));
        ProcessStream stream = new ProcessStream(host.start(command, new DetachedContext(line -> {})));
        if (stream.input().read() == '\n') {
            return stream;
        }
        int code = stream.await();
        stream.close();
        if (code == REFUSED) {
            throw new ConnectException("nothing accepts connections on " + address + ":" + port);
        }
        throw forbidden;
    }
}
