package io.jenkins.plugins.hades.cli.home;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the command keeps things on this machine, after the
 * <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directory specification</a>.
 *
 * @param data the folder of the store, the logs and the key
 * @param config the file that lists servers
 */
public record Home(Path data, Path config) {
    /** Names the data folder, instead of {@code $XDG_DATA_HOME/hades}. */
    public static final String DATA_VARIABLE = "HADES_HOME";
    /** Names the file of servers, instead of {@code $XDG_CONFIG_HOME/hades/servers.yml}. */
    public static final String CONFIG_VARIABLE = "HADES_SERVERS";

    private static final int LONGEST_SOCKET = 100;

    /**
     * The places that hold for this environment.
     *
     * @param environment the variables of the process
     * @param user the user's home folder
     * @param askedData the data folder that the command line names
     * @param askedConfig the file of servers that the command line names
     */
    public static Home of(
            Map<String, String> environment, Path user, Optional<Path> askedData, Optional<Path> askedConfig) {
        Path data = askedData.or(() -> folder(environment, DATA_VARIABLE)).orElseGet(() -> folder(
                        environment, "XDG_DATA_HOME")
                .orElse(user.resolve(".local/share"))
                .resolve("hades"));
        Path config = askedConfig.or(() -> folder(environment, CONFIG_VARIABLE)).orElseGet(() -> folder(
                        environment, "XDG_CONFIG_HOME")
                .orElse(user.resolve(".config"))
                .resolve("hades/servers.yml"));
        return new Home(
                data.toAbsolutePath().normalize(), config.toAbsolutePath().normalize());
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /** The folder of the embedded store. */
    public Path store() {
        return data.resolve("store");
    }

    /** The folder of the operations' logs. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** The folder of archives that were uploaded. */
    public Path uploads() {
        return data.resolve("uploads");
    }

    /** The file of the key that seals secrets. */
    public Path key() {
        return data.resolve("secret.key");
    }

    /** The file that holds the login to a controller, if there is one. */
    public Path login() {
        return data.resolve("login.json");
    }

    /** The folder of the projects that were registered on the command line. */
    public Path projects() {
        return data.resolve("projects");
    }

    /** The socket on which the process that owns the store serves the router; short enough for the kernel's limit of 108 bytes. */
    public Path socket() {
        Path beside = data.resolve("hades.sock");
        if (beside.toString().length() <= LONGEST_SOCKET) {
            return beside;
        }
        return Path.of("/tmp", "hades-" + Integer.toHexString(data.toString().hashCode()), "hades.sock");
    }
}
