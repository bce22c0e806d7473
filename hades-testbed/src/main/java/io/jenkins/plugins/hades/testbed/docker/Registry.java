package io.jenkins.plugins.hades.testbed.docker;

import io.jenkins.plugins.hades.testbed.host.Place;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.FreePort;
import io.jenkins.plugins.hades.testbed.process.Launched;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * An image registry of the distribution's package docker-registry, without encryption; engines of private hosts accept it so, the machine's own engine when it
 * is on loopback. Methods block until done.
 */
public final class Registry implements AutoCloseable {

    /** Where the program is. */
    public static final String PROGRAM = "/usr/bin/docker-registry";

    private final Place place;
    private final int port;
    private final Path folder;
    private final Launched process;

    private Registry(Place place, String authentication) {
        this.place = place;
        this.port = FreePort.find();
        this.folder = place.folder().resolve("registry-" + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("config.yml"), configuration(authentication));
        } catch (IOException e) {
            throw new TestbedException("Cannot configure a registry in " + folder + ": " + e.getMessage(), e);
        }
        this.process = place.start(
                        "the registry",
                        Map.of("OTEL_TRACES_EXPORTER", "none"),
                        folder.resolve("log"),
                        PROGRAM,
                        "serve",
                        folder.resolve("config.yml").toString())
                .await(this::answers);
    }

    /**
     * Starts a registry that anybody may read and write.
     *
     * @param place where it runs
     * @return the running registry, empty
     */
    public static Registry startOn(Place place) {
        return new Registry(place, "");
    }

    /**
     * Starts a registry that wants a login for everything.
     *
     * @param place where it runs
     * @param user the one user
     * @param password the user's password
     * @return the running registry, empty
     */
    public static Registry startOn(Place place, String user, String password) {
        Path file = place.folder().resolve("htpasswd-" + UUID.randomUUID());
        // Perl's crypt is the C library's, which knows bcrypt, the only kind that the registry takes.
        String line = Command.of("perl", "-e", "chomp($p = <STDIN>); print crypt($p, '$2b$05$' . '.' x 21 . 'O')")
                .withInput(password + "\n")
                .run()
                .orFail()
                .text();
        try {
            Files.writeString(file, user + ":" + line + "\n");
        } catch (IOException e) {
            throw new TestbedException("Cannot write " + file + ": " + e.getMessage(), e);
        }
        return new Registry(place, "auth:\n  htpasswd:\n    realm: testbed\n    path: " + file + "\n");
    }

    /**
     * What names of images begin with.
     *
     * @return address and port
     */
    public String name() {
        return place.address() + ":" + port;
    }

    /** Stops the registry; its images go with the testbed. */
    @Override
    public void close() {
        process.close();
    }

    private String configuration(String authentication) {
        return """
                version: 0.1
                log:
                  accesslog:
                    disabled: false
                storage:
                  filesystem:
                    rootdirectory: %s
                  delete:
                    enabled: true
                http:
                  addr: %s
                """.formatted(folder.resolve("data"), name()) + authentication;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(place.address(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
