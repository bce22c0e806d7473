package io.jenkins.plugins.hades.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.target.docker.Labels;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.process.Launched;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What an operation may have left on the servers. */
final class Remains {
    private final CrashBed bed;

    Remains(CrashBed bed) {
        this.bed = bed;
    }

    /** The processes on both servers that carry an operation's token. */
    List<String> processes(String token) {
        return List.of(bed.buildHost(), bed.deployHost()).stream()
                .flatMap(host -> lines(
                        host,
                        "for f in $(grep -lsF -e \"$1\" /proc/[0-9]*/environ); do"
                                + " tr '\\0' ' ' < \"${f%/environ}/cmdline\" 2>/dev/null && echo; done; true",
                        token)
                        .stream())
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Looks at a process that is there on purpose, so that finding none means that there is none. */
    void checkThatProcessesAreFound() {
        for (TestHost host : List.of(bed.buildHost(), bed.deployHost())) {
            String token = "probe-" + UUID.randomUUID();
            Path log = host.place().folder().resolve("probe.log");
            try (Launched probe = host.place().start("probe", Map.of("PROBE", token), log, "sleep", "600")) {
                Awaitility.await("process " + probe.handle().pid())
                        .untilAsserted(() -> assertThat(processes(token)).anyMatch(line -> line.contains("sleep 600")));
            }
        }
    }

    /** The folders of checkouts on the build server. */
    List<String> checkouts() {
        return lines(bed.buildHost(), "ls -d /srv/hades/work/*/ 2>/dev/null; true", "");
    }

    /** The containers on the build server: there is none once a build has ended. */
    List<String> buildContainers() {
        return bed.buildHost()
                .docker()
                .docker("ps", "--all", "--format", "{{.Names}} {{.State}}")
                .run()
                .orFail()
                .out()
                .lines()
                .toList();
    }

    /** The containers of an environment: each its release and its state. */
    List<String> containers(Environment environment) {
        return bed.deployHost()
                .docker()
                .docker(
                        "ps",
                        "--all",
                        "--filter",
                        "label=" + Labels.ENVIRONMENT + "=" + environment.id(),
                        "--format",
                        "{{.Label \"" + Labels.RELEASE + "\"}} {{.State}}")
                .run()
                .orFail()
                .out()
                .lines()
                .toList();
    }

    private static List<String> lines(TestHost host, String script, String argument) {
        return host.command("sh", "-c", script, "sh", argument)
                .run()
                .orFail()
                .out()
                .lines()
                .toList();
    }
}
