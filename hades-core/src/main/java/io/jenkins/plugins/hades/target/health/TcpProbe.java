package io.jenkins.plugins.hades.target.health;

import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.SocketStream;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether a port accepts a connection, from the server's side. A proxy in between (Docker's own, for published ports) accepts for what
 * stands behind it and hangs up when nothing is there: so behind one, a connection counts when it is still open a moment later.
 *
 * @param host the server
 * @param address the address there
 * @param port the port there
 * @param shown the port as the project knows it
 * @param proxied whether a proxy accepts the connection
 */
public record TcpProbe(RemoteHost host, String address, int port, int shown, boolean proxied) implements Probe {
    private static final long MOMENT_MILLIS = 300;

    @Override
    public String question() {
        return "a connection to port " + shown;
    }

    @Override
    public Answer ask(AttemptStreams streams) throws IOException, InterruptedException {
        try {
            SocketStream stream = streams.use(ServerPorts.open(host, address, port));
            return proxied && hungUp(stream) ? Answer.notYet("was closed at once") : Answer.healthy("was accepted");
        } catch (ConnectException e) {
            return Answer.notYet("was refused");
        }
    }

    private static boolean hungUp(SocketStream stream) throws InterruptedException {
        FutureTask<Integer> first = new FutureTask<>(() -> stream.input().read());
        Thread reader = new Thread(first, "hades-health-moment");
        reader.setDaemon(true);
        reader.start();
        try {
            return first.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS) < 0;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }
}
