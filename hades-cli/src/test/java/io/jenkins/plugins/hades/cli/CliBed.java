package io.jenkins.plugins.hades.cli;

import io.jenkins.plugins.hades.cli.command.HadesCommand;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A home and a servers file of its own, and the command that uses them, in this process. */
public final class CliBed {
    private final Path home;
    private final Path servers;

    /**
     * Writes nothing; the servers file is still to be written.
     *
     * @param folder where they go
     */
    public CliBed(Path folder) {
        home = folder.resolve("home");
        servers = folder.resolve("servers.yml");
    }

    /**
     * Writes the files.
     *
     * @param folder where they go
     * @param hosts the servers by name; each for both roles
     */
    public CliBed(Path folder, Map<String, TestHost> hosts) throws IOException {
        this(folder);
        StringBuilder text = new StringBuilder("servers:\n");
        for (Map.Entry<String, TestHost> host : new TreeMap<>(hosts).entrySet()) {
            text.append(entry(folder, host.getKey(), host.getValue().ssh()));
        }
        Files.writeString(servers, text);
    }

    private static String entry(Path folder, String name, SshServer ssh) throws IOException {
        Path key =
                Files.writeString(folder.resolve(name + ".key"), ssh.clientKey().privateText());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        String hostKey = ssh.knownHostsLine();
        return """
                  %s:
                    host: "%s"
                    port: %d
                    user: %s
                    key: "%s"
                    projects: "*"
                    host-keys: {pinned: ["%s"]}
                """.formatted(
                        name, ssh.host(), ssh.port(), ssh.user(), key, hostKey.substring(hostKey.indexOf(' ') + 1));
    }

    /** The servers file. */
    public Path servers() {
        return servers;
    }

    /** Runs a command, as a user would. */
    public Outcome hades(String... arguments) {
        return hades(List.of(arguments));
    }

    /** Runs a command, as a user would. */
    public Outcome hades(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        words.addAll(List.of("--home", home.toString(), "--servers", servers.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = HadesCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }

    /**
     * What came of a command.
     *
     * @param code its exit code
     * @param out its standard output
     * @param err its standard error
     */
    public record Outcome(int code, String out, String err) {
        /** The output, after a command that must have done its work. */
        public String done() {
            if (code != 0) {
                throw new AssertionError("exit code " + code + "\n" + out + err);
            }
            return out;
        }
    }
}
