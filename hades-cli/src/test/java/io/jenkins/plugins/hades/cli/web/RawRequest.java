package io.jenkins.plugins.hades.cli.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends bytes as they are, which no HTTP client does, and gives back all that comes until the other side closes the connection. */
final class RawRequest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RawRequest() {}

    /** Sends a text whose lines end as those of HTTP do, and reads to the end. */
    static String send(URI server, String text) throws IOException {
        try (Socket socket = connect(server)) {
            socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A connection that gives up waiting after half a minute. */
    static Socket connect(URI server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }
}
