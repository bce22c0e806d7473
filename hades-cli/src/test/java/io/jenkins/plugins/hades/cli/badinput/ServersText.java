package io.jenkins.plugins.hades.cli.badinput;

import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Writes parts of a servers file. */
final class ServersText {
    private final Path keys;

    /** @param keys the folder for private keys */
    ServersText(Path keys) {
        this.keys = keys;
    }

    /** The entry of a server, with its own key and its own host keys. */
    String entry(String name, String role, SshServer server) {
        return entry(
                name, role, server, "root", keyFile(name, server.clientKey().privateText()), pins(server));
    }

    /** The entry of a server, with what is given. */
    String entry(String name, String role, SshServer server, String user, Path key, List<String> pins) {
        StringBuilder text = new StringBuilder();
        text.append("  ").append(name).append(":\n");
        text.append("    host: \"").append(server.host()).append("\"\n");
        text.append("    port: ").append(server.port()).append('\n');
        text.append("    user: ").append(user).append('\n');
        text.append("    roles: ").append(role).append('\n');
        text.append("    key: \"").append(key).append("\"\n");
        text.append("    projects: \"*\"\n");
        text.append("    host-keys:\n      pinned:\n");
        pins.forEach(pin -> text.append("        - \"").append(pin).append("\"\n"));
        return text.toString();
    }

    /** The host keys of a server, as the servers file wants them. */
    static List<String> pins(SshServer server) {
        return server.knownHostsLines().stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    /** A private key in a file of mode 0600. */
    Path keyFile(String name, String text) {
        try {
            Path file = keys.resolve(name + ".key");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException("The key " + name + " could not be written", e);
        }
    }
}
