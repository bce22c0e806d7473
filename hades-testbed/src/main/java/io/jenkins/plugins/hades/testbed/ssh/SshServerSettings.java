package io.jenkins.plugins.hades.testbed.ssh;

import io.jenkins.plugins.hades.testbed.host.Place;
import io.jenkins.plugins.hades.testbed.process.FreePort;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What an SSH server is started with; see {@link SshServer#on(Place)}. */
public final class SshServerSettings {

    private final Place place;
    private final Path folder;
    private final List<String> lines = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();
    private Set<KeyType> hostKeyTypes = EnumSet.of(KeyType.ED25519);
    private int port;

    SshServerSettings(Place place) {
        this.place = place;
        this.folder = place.folder().resolve("sshd-" + UUID.randomUUID());
    }

    /**
     * Chooses the port; only on a private host is a given port sure to be free.
     *
     * @param number 1 to 65535
     * @return this
     */
    public SshServerSettings port(int number) {
        port = number;
        return this;
    }

    /**
     * Chooses the kinds of host keys.
     *
     * @param first one kind
     * @param more further kinds
     * @return this
     */
    public SshServerSettings hostKeys(KeyType first, KeyType... more) {
        hostKeyTypes = EnumSet.of(first, more);
        return this;
    }

    /**
     * Adds a line of {@code sshd_config}, for instance {@code MaxSessions 2} or {@code AllowTcpForwarding no}; it goes before the defaults of this class.
     *
     * @param line keyword and value
     * @return this
     */
    public SshServerSettings option(String line) {
        lines.add(line);
        return this;
    }

    /**
     * Sets a variable for all that clients run, for instance {@code DOCKER_HOST}.
     *
     * @param name the variable
     * @param value its value, without quotes and line ends
     * @return this
     */
    public SshServerSettings environment(String name, String value) {
        variables.add("\"" + name + "=" + value + "\"");
        return this;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @return the running server
     * @throws TestbedException when it does not start, with its last log lines
     */
    public SshServer start() {
        if (port == 0) {
            port = FreePort.find();
        }
        makeFolders();
        return new SshServer(this);
    }

    private void makeFolders() {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(place.file("/run/sshd")); // sshd wants it and a service manager would make it
        } catch (IOException e) {
            throw new TestbedException("Cannot make the folders of sshd on " + place.name() + ": " + e.getMessage(), e);
        }
    }

    Place place() {
        return place;
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    Set<KeyType> hostKeyTypes() {
        return hostKeyTypes;
    }

    void write(List<String> hostKeyLines) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(hostKeyLines);
        all.addAll(List.of(
                "Port " + port,
                "ListenAddress " + (place.isPrivate() ? "0.0.0.0" : place.address()),
                "AuthorizedKeysFile " + folder + "/authorized_keys/%u",
                "StrictModes no",
                "PermitRootLogin yes",
                "UsePAM " + (place.isPrivate() ? "no" : "yes"),
                "UseDNS no",
                "PidFile none",
                "LogLevel VERBOSE",
                "Subsystem sftp internal-sftp"));
        if (!variables.isEmpty()) {
            all.add("SetEnv " + String.join(" ", variables)); // sshd heeds the first SetEnv line only
        }
        if (!place.isPrivate()) {
            all.add("PasswordAuthentication no");
            all.add("KbdInteractiveAuthentication no");
        }
        try {
            Files.write(folder.resolve("sshd_config"), all);
        } catch (IOException e) {
            throw new TestbedException(
                    "Cannot write the configuration of sshd to " + folder + ": " + e.getMessage(), e);
        }
    }
}
