package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Form;
import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Values;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The keys of {@code run}. */
final class RunTable extends ObjectForm<RunConfig> {
    private final Key<Optional<Integer>> port = optional(
            "port",
            Forms.port(),
            "The port on which the application listens in its container. Without it, it serves nothing.");
    private final Key<Optional<Integer>> publish = trusted(
            optional(
                    "publish",
                    Forms.port(),
                    "The port of the server under which \"port\" is reached from everywhere. Without it, Hades allocates a port on the server's loopback address."));
    private final Key<List<PortMapping>> ports = trusted(key(
            "ports",
            Forms.list(PortForms.mapping()),
            "[]",
            "Further published ports: 8080, \"8080:80\" (server:container), \"53:53/udp\", \"127.0.0.1:53:53/udp\"."));
    private final Key<List<String>> command = key(
            "command",
            Forms.either(Forms.text().map(line -> List.of("/bin/sh", "-c", line)), Forms.list(Forms.text())),
            "[]",
            "Replaces the image's command: a list of the program and its arguments, or a single text, which /bin/sh runs.");
    private final Key<List<VolumeMount>> volumes = key(
            "volumes",
            Forms.list(VolumeForms.mount()),
            "[]",
            "Places whose content outlives the container: data:/var/lib/data for a volume of the environment, /srv/files:/files:ro for a folder of the server. Folders of the server are trusted settings, and the server must allow them.");
    private final Key<Optional<String>> network = trusted(
            optional(
                    "network",
                    ConfigForms.network(),
                    "A Docker network of the server to join; without it, one of the environment's own. \"host\" needs a server that allows privileged options."));
    private final Key<RestartPolicy> restart = key(
            "restart",
            policies(),
            "unless-stopped",
            "What happens when the container ends: no, on-failure, unless-stopped or always.");
    private final Key<Optional<Long>> memory =
            optional("memory", Forms.size(6L << 20, 64L << 40), "The limit of memory; without it, none. At least 6m.");
    private final Key<Optional<Double>> cpus = optional(
            "cpus", Forms.positive("a number", 1024), "The limit of processors, such as 0.5; without it, none.");
    private final Key<Boolean> privileged = trusted(key(
            "privileged",
            Forms.truth(),
            "false",
            "Whether the container has full privileges on the server, which must allow it."));
    private final Key<List<String>> capabilities = trusted(
            key(
                    "capabilities",
                    Forms.list(ConfigForms.capability()),
                    "[]",
                    "Linux capabilities beyond Docker's default ones, such as NET_ADMIN. The server must allow privileged options."));
    private final Key<LogTable.Rotation> log =
            key("log", new LogTable(), "{}", "How the container's log is rotated on the server.");
    private final Key<Duration> stop = key(
            "stop",
            Forms.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
            "10s",
            "How long the application may take to end after it was told to, before it is killed; in whole seconds.");

    RunTable() {
        super("how the artifact runs");
    }

    @Override
    protected RunConfig make(Values values) {
        LogTable.Rotation rotation = values.get(log);
        RunConfig run = new RunConfig(
                whole(values.get(port)),
                whole(values.get(publish)),
                values.get(ports),
                values.get(command),
                values.get(volumes),
                values.get(network),
                values.get(restart),
                values.get(memory).map(OptionalLong::of).orElseGet(OptionalLong::empty),
                values.get(cpus),
                values.get(privileged),
                values.get(capabilities),
                rotation.megabytes(),
                rotation.files(),
                (int) values.get(stop).toSeconds());
        check(run, values);
        return run;
    }

    private void check(RunConfig run, Values values) {
        if (run.publish().isPresent() && run.port().isEmpty()) {
            values.wrong(publish, "there is no \"port\" to publish", "\"port\" beside it");
        }
        Set<String> paths = new HashSet<>();
        for (VolumeMount mount : run.volumes()) {
            if (!paths.add(mount.path())) {
                values.wrong(volumes, "two are mounted at " + mount.path(), "a path for each");
            }
        }
    }

    private static OptionalInt whole(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static Form<RestartPolicy> policies() {
        Map<String, RestartPolicy> words = new LinkedHashMap<>();
        words.put("no", RestartPolicy.NO);
        words.put("on-failure", RestartPolicy.ON_FAILURE);
        words.put("unless-stopped", RestartPolicy.UNLESS_STOPPED);
        words.put("always", RestartPolicy.ALWAYS);
        return Forms.choice(words);
    }
}
