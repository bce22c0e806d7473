package io.jenkins.plugins.hades.target.health;

import io.jenkins.plugins.hades.config.HealthConfig;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.SocketStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GET over HTTP from the server's side; only the status of the answer counts. The host name it asks for is {@code localhost}.
 *
 * @param host the server
 * @param address the address there
 * @param port the port there
 * @param shown the port as the project knows it
 * @param check the path and the statuses that are healthy
 */
public record HttpProbe(RemoteHost host, String address, int port, int shown, HealthConfig.Http check)
        implements Probe {
    private static final int LONGEST_STATUS_LINE = 4096;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9][0-9])(?: (.*))?");
    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]*");

    /** Returns normally if this path can stand in a request. */
    public static void requirePath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the health check",
                    "\"" + path + "\" is not the path of a URL",
                    "Begin it with a slash, and escape spaces and letters beyond ASCII by %");
        }
    }

    @Override
    public String question() {
        return "GET " + check.path() + " on port " + shown;
    }

    @Override
    public Answer ask(AttemptStreams streams) throws IOException, InterruptedException {
        SocketStream stream;
        try {
            stream = streams.use(ServerPorts.open(host, address, port));
        } catch (ConnectException e) {
            return Answer.notYet("was refused a connection");
        }
        String request = "GET " + check.path() + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: hades-health\r\n"
                + "Accept: */*\r\nConnection: close\r\n\r\n";
        stream.output().write(request.getBytes(StandardCharsets.US_ASCII));
        stream.output().flush();
        return judge(statusLine(stream.input()));
    }

    private Answer judge(String line) {
        if (line.isEmpty()) {
            return Answer.notYet("got no answer: the connection was closed");
        }
        Matcher status = STATUS_LINE.matcher(line);
        if (!status.matches()) {
            return Answer.notYet("answered something that is not HTTP/1.1: \"" + start(line) + "\"");
        }
        int code = Integer.parseInt(status.group(1));
        String said = "answered " + code + (status.group(2) == null ? "" : " " + start(status.group(2)));
        return code >= check.lowest() && code <= check.highest()
                ? Answer.healthy(said)
                : Answer.notYet(said.strip() + ", expected " + expected());
    }

    private String expected() {
        return check.lowest() == check.highest()
                ? String.valueOf(check.lowest())
                : check.lowest() + " to " + check.highest();
    }

    private static String start(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
    }

    private static String statusLine(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next >= 0 && next != '\n' && line.size() < LONGEST_STATUS_LINE; ) {
            line.write(next);
            next = input.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
