package io.jenkins.plugins.hades.target.files;

import io.jenkins.plugins.hades.config.HealthConfig;
import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.RunVariables;
import io.jenkins.plugins.hades.target.health.HttpProbe;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A plan for a folder of files, its settings read.
 *
 * @param plan the plan as it was given
 * @param digest the digest of the files, hexadecimal
 * @param settings how it is checked and under which port a web server of the server serves it
 */
record FilesPlan(RunPlan plan, String digest, RunSettings settings) {
    static FilesPlan of(RunPlan plan) {
        return new FilesPlan(
                plan, FileArtifacts.hex(FileArtifacts.files(plan.artifact())), RunSettings.fromJson(plan.settings()));
    }

    /** What is being done, for errors. */
    String running() {
        return "Running release " + plan.release() + " of " + plan.project().name() + "/"
                + plan.environment().name() + " on server "
                + plan.server().spec().name();
    }

    /** Returns normally if the health check is one that can be made of files. */
    void requireAskable() {
        HealthConfig.Check check = settings.health().check();
        if (check instanceof HealthConfig.Image) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    running(),
                    "files have no HEALTHCHECK of an image",
                    "Choose an http or tcp check of the server that serves the files, or leave the check out");
        }
        if (check instanceof HealthConfig.Http http) {
            HttpProbe.requirePath(http.path());
            port(http.port());
        } else if (check instanceof HealthConfig.Tcp tcp) {
            port(tcp.port());
        }
    }

    /** The port that a check asks: its own, or that of the server that serves the files. */
    int port(OptionalInt asked) {
        return asked.orElseGet(
                () -> settings.run()
                        .port()
                        .orElseThrow(
                                () -> new HadesException(
                                        ErrorKind.BAD_INPUT,
                                        running(),
                                        "its health check asks a port, and no port is given",
                                        "Say in the project's config on which port the web server of the server serves the files (run.port)")));
    }

    /**
     * The variables as a file that a POSIX shell reads.
     *
     * @return one assignment for each, its value in single quotes, so that nothing in it is executed
     */
    String variables() {
        Map<String, String> all = RunVariables.of(plan, settings);
        return all.entrySet().stream()
                .map(variable -> variable.getKey() + "='" + variable.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
    }
}
