package io.jenkins.plugins.hades.docker;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code docker} command that is installed on a server, and what it can do.
 *
 * @param path where it is
 * @param version its version: {@code 20.10.24+dfsg1}
 * @param major the first number of its version
 * @param minor the second number of its version
 * @param buildx whether it has the buildx plugin
 */
public record DockerCommand(String path, String version, int major, int minor, boolean buildx) {
    /** From this version on BuildKit is no part of the command any more, but comes with the buildx plugin. */
    private static final int PLUGIN_SINCE = 23;

    private static final Pattern VERSION = Pattern.compile("Docker version ((\\d+)\\.(\\d+)[^,\\s]*).*");

    /** Prints path, version and plugin of each docker command in the search path, parted by tabs. */
    private static final String QUESTION = """
            set -f
            IFS=:
            seen=:
            for folder in $PATH:/usr/local/bin:/usr/bin; do
              case $seen in *":$folder:"*) continue ;; esac
              seen=$seen$folder:
              client=$folder/docker
              [ -x "$client" ] || continue
              version=$("$client" --version 2>/dev/null) || continue
              plugin=$("$client" buildx version 2>/dev/null) || plugin=
              printf '%s\\t%s\\t%s\\n' "$client" "$version" "$plugin"
            done
            """;

    /**
     * Looks for the command on a server. Where there are several in the search path, the first that can do BuildKit counts, otherwise the first.
     *
     * @return empty when there is none
     */
    public static Optional<DockerCommand> find(RemoteHost host, OperationContext context) throws InterruptedException {
        String output =
                host.run(RemoteCommand.of("sh", "-c", QUESTION), context).output();
        List<DockerCommand> found = new ArrayList<>();
        output.lines().forEach(line -> parse(line).ifPresent(found::add));
        return found.stream().filter(DockerCommand::buildKit).findFirst().or(() -> found.stream()
                .findFirst());
    }

    /** Whether it can build with BuildKit. */
    public boolean buildKit() {
        return buildx || (major < PLUGIN_SINCE && (major > 18 || (major == 18 && minor >= 9)));
    }

    /** Whether it can take a build secret from its environment, so that it lies in no file. */
    public boolean secretsFromEnvironment() {
        return buildKit() && (major > 20 || (major == 20 && minor >= 10));
    }

    static Optional<DockerCommand> parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(parts[1]);
        if (!version.matches()) {
            return Optional.empty();
        }
        return Optional.of(new DockerCommand(
                parts[0],
                version.group(1),
                Integer.parseInt(version.group(2)),
                Integer.parseInt(version.group(3)),
                !parts[2].isBlank()));
    }
}
