package io.jenkins.plugins.hades.testbed.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds TCP ports that nobody listens on. */
public final class FreePort {

    private FreePort() {}

    /**
     * A port of the loopback address that is free now; another process may take it before it is used.
     *
     * @return the port
     */
    public static int find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new TestbedException("No free port on the loopback address: " + e.getMessage(), e);
        }
    }
}
