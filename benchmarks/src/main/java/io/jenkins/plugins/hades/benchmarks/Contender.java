package io.jenkins.plugins.hades.benchmarks;

import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.Launched;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the {@code hades} command, and a shell script over SSH, as whole processes against hosts of a testbed. */
final class Contender {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Path folder;
    private final Path knownHosts;
    private final Path servers;
    private int homes;

    /** Writes what both need to reach the hosts: the key, the known hosts, the servers file. */
    Contender(Testbed testbed, Map<String, TestHost> hosts) throws IOException {
        folder = testbed.folder("benchmark");
        knownHosts = folder.resolve("known_hosts");
        servers = folder.resolve("servers.yml");
        StringBuilder known = new StringBuilder();
        StringBuilder file = new StringBuilder("servers:\n");
        for (Map.Entry<String, TestHost> host : hosts.entrySet()) {
            SshServer ssh = host.getValue().ssh();
            Path own = key(ssh);
            Files.writeString(own, ssh.clientKey().privateText());
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
            ssh.knownHostsLines().forEach(line -> known.append(line).append('\n'));
            file.append(
                    "  %s: {host: \"%s\", port: %d, user: %s, key: \"%s\", projects: [\"*\"], host-keys: {known-hosts: \"%s\"}}%n"
                            .formatted(host.getKey(), ssh.host(), ssh.port(), ssh.user(), own, knownHosts));
        }
        Files.writeString(knownHosts, known);
        Files.writeString(servers, file);
    }

    /** From now on, Hades knows nothing of what it did before. */
    void forget() {
        homes++;
    }

    /** Runs a command of Hades in a process of its own, and gives its output. */
    String hades(String... arguments) {
        return Command.of(words(arguments)).within(LONGEST).run().orFail().out();
    }

    /** Starts the service that does the work of the commands from now on, until it is closed. */
    Launched service() {
        return Launched.start("hades service", words("service"), Map.of(), folder.resolve("service.log"))
                .await(() -> Files.exists(home().resolve("hades.sock")));
    }

    private List<String> words(String... arguments) {
        List<String> words = new ArrayList<>(List.of("./hades"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--home", home().toString(), "--servers", servers.toString()));
        return words;
    }

    private Path home() {
        return folder.resolve("home" + homes);
    }

    /** The words that run a command on a host by the machine's own ssh. */
    List<String> ssh(TestHost host) {
        SshServer ssh = host.ssh();
        return List.of(
                "ssh",
                "-q",
                "-i",
                key(ssh).toString(),
                "-o",
                "UserKnownHostsFile=" + knownHosts,
                "-p",
                Integer.toString(ssh.port()),
                ssh.user() + "@" + ssh.host());
    }

    /** Runs a script on a host by the machine's own ssh, and gives its output. */
    String script(TestHost host, String script) {
        List<String> words = new ArrayList<>(ssh(host));
        words.addAll(List.of("sh", "-s"));
        return Command.of(words)
                .withInput(script)
                .within(LONGEST)
                .run()
                .orFail()
                .out();
    }

    private Path key(SshServer ssh) {
        return folder.resolve(ssh.host() + ".key");
    }
}
