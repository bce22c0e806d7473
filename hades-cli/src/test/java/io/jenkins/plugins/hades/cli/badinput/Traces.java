package io.jenkins.plugins.hades.cli.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.testbed.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What operations left on a host. */
final class Traces {
    private static final Pattern OF_THE_HOST = Pattern.compile(
            "sshd: .*|sleep infinity *|(?:/\\S+/)?(?:sshd|dockerd|docker-proxy|containerd|containerd-shim\\S*|runc) .*");

    private final TestHost host;

    Traces(TestHost host) {
        this.host = host;
    }

    /** Waits a little until nothing of an operation runs, and then looks for what it put on the disk. */
    void requireNone() {
        await("the end of all processes on " + host.place().name())
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(processes()).isEmpty());
        assertThat(find("/root/.hades/work")).isEmpty();
        assertThat(find("/dev/shm")).isEmpty();
    }

    /** Names of the containers, also of those that have ended. */
    List<String> containers() {
        return host.docker()
                .docker("ps", "--all", "--format", "{{.Names}}")
                .run()
                .orFail()
                .out()
                .lines()
                .toList();
    }

    /** The command lines of the processes in the host's own file system, without those of its servers; those of containers are not among them. */
    private List<String> processes() {
        Path place = namespace(host.file("/").getParent());
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process ->
                            namespace(Path.of("/proc/" + process.pid())).equals(place))
                    .map(process -> commandLine(process.pid()))
                    .filter(line ->
                            !line.isBlank() && !OF_THE_HOST.matcher(line).matches())
                    .toList();
        }
    }

    private static Path namespace(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("ns/mnt"));
        } catch (IOException e) {
            return Path.of("gone");
        }
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    private List<String> find(String folder) {
        Path place = host.file(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(place)) {
            return inside.map(Path::toString).toList();
        } catch (IOException e) {
            throw new IllegalStateException("Listing " + place, e);
        }
    }
}
