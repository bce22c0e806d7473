package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.SocketStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Asks a web server of a server, from there. */
public final class HttpGet {
    private HttpGet() {}

    /** The body of what is answered with status 200; empty if nothing is. */
    public static String body(RemoteHost host, int port, String path) throws InterruptedException {
        try (SocketStream stream = host.openTcp("127.0.0.1", port)) {
            stream.output().write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            stream.output().flush();
            String answer = new String(stream.input().readAllBytes(), StandardCharsets.UTF_8);
            return answer.matches("(?s)HTTP/1.. 200 .*") ? answer.substring(answer.indexOf("\r\n\r\n") + 4) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether nothing accepts connections there. */
    public static boolean refused(RemoteHost host, int port) throws InterruptedException {
        try {
            host.openTcp("127.0.0.1", port).close();
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
