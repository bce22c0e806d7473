package io.jenkins.plugins.hades.target.docker;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What listens on a server, by the kernel's own tables, which everybody may read and which need no program. */
final class Listeners {
    private static final String TABLES = """
            for table in tcp tcp6 udp udp6; do
              echo "$table"
              case $table in tcp*) state=0A ;; *) state=07 ;; esac
              grep " $state " "/proc/net/$table" 2>/dev/null
            done
            exit 0
            """;
    private static final Pattern ROW = Pattern.compile("\\s*\\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) .*");
    private static final Pattern OWNER = Pattern.compile("\\(\\(\"([^\"]+)\",pid=(\\d+)");

    private Listeners() {}

    /** Everything that listens on the server now. */
    static List<Listener> of(RemoteHost host, OperationContext context) throws InterruptedException {
        CommandResult result = host.run(RemoteCommand.of("sh", "-c", TABLES), context);
        if (!result.succeeded()) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    "Looking which ports are taken on server " + host.spec().name(),
                    "its shell ended with code " + result.exitCode() + ": "
                            + result.errors().strip(),
                    "Log in there and see whether sh works");
        }
        return parse(result.output());
    }

    static List<Listener> parse(String tables) {
        List<Listener> listeners = new ArrayList<>();
        String protocol = "";
        for (String line : tables.lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                listeners.add(new Listener(protocol, address(row.group(1)), Integer.parseInt(row.group(2), 16)));
            } else if (line.startsWith("tcp") || line.startsWith("udp")) {
                protocol = line.substring(0, 3);
            }
        }
        return listeners;
    }

    /** The kernel writes an address as words of 32 bits in the machine's byte order, which is little-endian wherever Docker is packaged but s390x. */
    private static String address(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int word = i / 4 * 4;
            bytes[word + 3 - i % 4] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            return address.isAnyLocalAddress() ? (bytes.length == 4 ? "0.0.0.0" : "::") : address.getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are always an address", e);
        }
    }

    /** Which process listens there, as far as the server's user may see it. */
    static Optional<String> owner(RemoteHost host, Listener listener, OperationContext context)
            throws InterruptedException {
        String kind = listener.protocol().equals("udp") ? "-lnpu" : "-lnpt";
        CommandResult result = host.run(RemoteCommand.of("ss", "-H", kind, "sport = :" + listener.port()), context);
        Matcher owner = OWNER.matcher(result.output());
        return owner.find()
                ? Optional.of("process " + owner.group(1) + " (pid " + owner.group(2) + ")")
                : Optional.empty();
    }
}
