package io.jenkins.plugins.hades.testbed.docker;

import io.jenkins.plugins.hades.testbed.host.PrivateHost;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the programs of a Docker engine come from: the machine's own, or a folder that holds those of another version side by side, as Docker's static archives
 * are laid out ({@code docker}, {@code dockerd}, {@code containerd}, {@code containerd-shim-runc-v2}, {@code runc}, {@code docker-proxy}; {@code docker-buildx}
 * may be there too). On a private host the folder's programs take the places of the machine's.
 *
 * @param folder the folder, empty for what the machine has installed
 */
public record DockerHome(Optional<Path> folder) {

    /** The system property that names the folder which the testbed's engines come from. */
    public static final String PROPERTY = "hades.docker.home";

    private static final List<String> PROGRAMS =
            List.of("docker", "dockerd", "containerd", "containerd-shim-runc-v2", "runc", "docker-proxy");
    private static final String PLUGIN = "docker-buildx";
    private static final String PLUGIN_FOLDER = "/usr/local/libexec/docker/cli-plugins";
    private static final Pattern VERSION = Pattern.compile("version (\\d+)\\.");

    /** What the machine has installed. */
    public static DockerHome installed() {
        return new DockerHome(Optional.empty());
    }

    /** What the property {@value #PROPERTY} of this JVM names, or what is installed. */
    public static DockerHome chosen() {
        return new DockerHome(Optional.ofNullable(System.getProperty(PROPERTY))
                .filter(path -> !path.isBlank())
                .map(Path::of));
    }

    /**
     * What is wrong with the folder.
     *
     * @return the reason, empty when it can be used, or when there is none
     */
    public Optional<String> problem() {
        return folder.flatMap(home -> {
            if (!home.isAbsolute() || PrivateHost.covers(home)) {
                return Optional.of("the folder " + home + " of " + PROPERTY
                        + " is not seen by private hosts: name one below /var/cache, for instance");
            }
            return PROGRAMS.stream()
                    .filter(program -> !Files.isExecutable(home.resolve(program)))
                    .findFirst()
                    .map(program -> "the folder " + home + " of " + PROPERTY + " has no program " + program);
        });
    }

    /** What the engine says of its version. */
    public String version() {
        return Command.of(program("dockerd"), "--version").run().orFail().text();
    }

    /** The first number of the version, 0 when it says none. */
    public int major() {
        Matcher matcher = VERSION.matcher(version());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private String program(String name) {
        return folder.map(home -> home.resolve(name).toString()).orElse(name);
    }

    /** Puts the programs in the places of the machine's, for this host alone; before anything of Docker is started there. */
    void putOn(PrivateHost host) {
        problem().ifPresent(reason -> {
            throw new TestbedException("Cannot use another Docker on " + host.name() + ": " + reason);
        });
        folder.ifPresent(home -> {
            host.lay(home, "/usr/bin");
            host.lay(sbin(home, host), "/usr/sbin");
            if (Files.isExecutable(home.resolve(PLUGIN))) {
                host.command("mkdir", "-p", PLUGIN_FOLDER).run().orFail();
                host.command("ln", "-sf", home.resolve(PLUGIN).toString(), PLUGIN_FOLDER + "/" + PLUGIN)
                        .run()
                        .orFail();
            }
        });
    }

    /** A folder with links to those of the programs that the machine has in {@code /usr/sbin}, which comes first in root's search path. */
    private static Path sbin(Path home, PrivateHost host) {
        Path links = host.folder().resolve("docker-sbin");
        List<String> words = new ArrayList<>(List.of("ln", "-sf", "--target-directory", links.toString()));
        PROGRAMS.stream()
                .filter(program -> Files.exists(Path.of("/usr/sbin", program)))
                .forEach(program -> words.add(home.resolve(program).toString()));
        host.command("mkdir", "-p", links.toString()).run().orFail();
        host.command(words.toArray(String[]::new)).run().orFail();
        return links;
    }
}
