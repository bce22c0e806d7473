package io.jenkins.plugins.hades.testbed.ssh;

import io.jenkins.plugins.hades.testbed.host.Place;
import io.jenkins.plugins.hades.testbed.process.Condition;
import io.jenkins.plugins.hades.testbed.process.Launched;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A private OpenSSH server. Clients log in with the keys that are authorized here, and on a private host also with the passwords of its users. Methods block
 * until done and are not meant for several threads at once.
 */
public final class SshServer implements AutoCloseable {

    /** Where sshd is; it insists on being started by its absolute path. */
    public static final String PROGRAM = "/usr/sbin/sshd";

    private final Place place;
    private final int port;
    private final Path folder;
    private final HostKeys hostKeys;
    private final SshKey clientKey;
    private final List<ProcessHandle> earlierConnections = new ArrayList<>();
    private Launched process;

    SshServer(SshServerSettings settings) {
        this.place = settings.place();
        this.port = settings.port();
        this.folder = settings.folder();
        this.hostKeys = new HostKeys(folder, settings.hostKeyTypes());
        this.clientKey = SshKey.generate(folder, KeyType.ED25519);
        settings.write(hostKeys.configuration());
        authorize("root", clientKey.publicLine());
        this.process = launch();
    }

    /**
     * Settings of a server that is not started yet.
     *
     * @param place where it will run
     * @return settings: a free port, an Ed25519 host key, OpenSSH's defaults otherwise
     */
    public static SshServerSettings on(Place place) {
        return new SshServerSettings(place);
    }

    /**
     * The address that it is reached at.
     *
     * @return an IPv4 address
     */
    public String host() {
        return place.address();
    }

    /**
     * The port that it listens on.
     *
     * @return 1 to 65535
     */
    public int port() {
        return port;
    }

    /**
     * The user that {@link #clientKey()} logs in as.
     *
     * @return {@code root}
     */
    public String user() {
        return "root";
    }

    /**
     * The key that {@link #user()} logs in with.
     *
     * @return an unencrypted Ed25519 key
     */
    public SshKey clientKey() {
        return clientKey;
    }

    /**
     * Where the server runs.
     *
     * @return its place
     */
    public Place place() {
        return place;
    }

    /**
     * Lets further keys log in.
     *
     * @param user an existing user
     * @param publicLine a line of {@code authorized_keys}, options included
     */
    public void authorize(String user, String publicLine) {
        Path file = folder.resolve("authorized_keys").resolve(user);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, publicLine + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new TestbedException("Cannot authorize a key in " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The server's keys as a client's {@code known_hosts} names them.
     *
     * @return one line for each host key, with this address and port
     */
    public List<String> knownHostsLines() {
        return hostKeys.knownHosts(port == 22 ? host() : "[" + host() + "]:" + port);
    }

    /**
     * The first of {@link #knownHostsLines()}.
     *
     * @return one line without a line end
     */
    public String knownHostsLine() {
        return knownHostsLines().get(0);
    }

    /**
     * A host key's fingerprint.
     *
     * @param type one of the kinds that the server has
     * @return {@code SHA256:} and the digest in base64 without padding
     */
    public String fingerprint(KeyType type) {
        return hostKeys.fingerprint(type);
    }

    /** Stops the server, gives it new host keys of the same kinds, and starts it on the same port. Open connections stay. */
    public void replaceHostKeys() {
        stop();
        hostKeys.renew();
        process = launch();
    }

    /** Stops listening; open connections stay. New ones are refused until {@link #start()}. */
    public void stop() {
        earlierConnections.addAll(connections());
        process.close();
    }

    /** Listens again after {@link #stop()}. */
    public void start() {
        process = launch();
    }

    /**
     * Ends every open connection at once by ending the sshd process behind it, as a crash would. What the commands of the connection started goes on.
     *
     * @return how many processes of sshd were ended
     */
    public int killConnections() {
        List<ProcessHandle> sessions = new ArrayList<>(connections());
        earlierConnections.stream().filter(ProcessHandle::isAlive).forEach(sessions::add);
        sessions.forEach(ProcessHandle::destroyForcibly);
        if (!Condition.holdsWithin(
                Duration.ofMinutes(1), () -> sessions.stream().noneMatch(ProcessHandle::isAlive))) {
            throw new TestbedException("Connections of " + place.name() + " survive SIGKILL");
        }
        return sessions.size();
    }

    /**
     * The end of the server's log.
     *
     * @return its last lines
     */
    public String lastLines() {
        return process.lastLines();
    }

    /** Ends the server and its connections. */
    @Override
    public void close() {
        killConnections();
        process.close();
    }

    private List<ProcessHandle> connections() {
        return process.handle()
                .descendants()
                .filter(child -> child.info().command().orElse("").contains("sshd"))
                .toList();
    }

    private Launched launch() {
        return place.start(
                        "sshd",
                        Map.of(),
                        folder.resolve("log"),
                        PROGRAM,
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("sshd_config").toString())
                .await(this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host(), port), 1000);
            return socket.getInputStream().read() == 'S';
        } catch (IOException e) {
            return false;
        }
    }
}
