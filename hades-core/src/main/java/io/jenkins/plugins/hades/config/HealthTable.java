package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Values;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys of {@code health}. */
final class HealthTable extends ObjectForm<HealthConfig> {
    private final Key<Optional<HealthConfig.Check>> http = optional(
            "http",
            Forms.either(ConfigForms.httpPath().map(HttpTable::shortForm), new HttpTable()),
            "Healthy when a GET request is answered with an expected status: a path such as /health, or a map with path, port and status.");
    private final Key<Optional<HealthConfig.Check>> tcp = optional(
            "tcp",
            Forms.yesOr(
                    (HealthConfig.Check) new HealthConfig.Tcp(OptionalInt.empty()),
                    Forms.port().map(port -> new HealthConfig.Tcp(OptionalInt.of(port)))),
            "Healthy when a connection is accepted: true for run.port, or another port of the container.");
    private final Key<Optional<HealthConfig.Check>> image = optional(
            "image",
            Forms.yes().map(yes -> new HealthConfig.Image()),
            "Healthy when the image's own HEALTHCHECK says so: true.");
    private final Key<Optional<HealthConfig.Check>> started = optional(
            "started",
            Forms.duration(Duration.ofMillis(100), Duration.ofMinutes(10)).map(HealthConfig.Started::new),
            "Healthy when it still runs after this time.");
    private final Key<Duration> interval = key(
            "interval",
            Forms.duration(Duration.ofMillis(100), Duration.ofMinutes(5)),
            "1s",
            "The time between two attempts.");
    private final Key<Duration> attempt = key(
            "attempt",
            Forms.duration(Duration.ofMillis(100), Duration.ofMinutes(5)),
            "5s",
            "How long one attempt may take.");
    private final Key<Duration> timeout = key(
            "timeout",
            Forms.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
            "60s",
            "When a release that never proved healthy is given up, and the one before it goes on serving.");

    HealthTable() {
        super("how it is found out that a release serves");
        exactlyOne(http, tcp, image, started);
    }

    @Override
    protected HealthConfig make(Values values) {
        HealthConfig.Check check = values.get(http)
                .or(() -> values.get(tcp))
                .or(() -> values.get(image))
                .or(() -> values.get(started))
                .orElseGet(HealthConfig.Image::new);
        return new HealthConfig(check, values.get(interval), values.get(attempt), values.get(timeout));
    }
}
