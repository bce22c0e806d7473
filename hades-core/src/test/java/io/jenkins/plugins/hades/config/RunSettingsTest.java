package io.jenkins.plugins.hades.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
    @Test
    void settingsThatAReleaseKeptAreReadAsTheyWere() {
        RunConfig run = new RunConfig(
                OptionalInt.of(80),
                OptionalInt.of(8080),
                List.of(new PortMapping("127.0.0.1", 53, 53, "udp")),
                List.of("sh", "-c", "exec app"),
                List.of(new VolumeMount("data", "/data", false), new VolumeMount("/srv/files", "/files", true)),
                Optional.of("shared"),
                RestartPolicy.ON_FAILURE,
                OptionalLong.of(64 << 20),
                Optional.of(0.5),
                true,
                List.of("NET_ADMIN"),
                10,
                3,
                10);
        for (HealthConfig.Check check : List.of(
                new HealthConfig.Http("/health?deep=1", OptionalInt.empty(), 200, 399),
                new HealthConfig.Tcp(OptionalInt.of(81)),
                new HealthConfig.Image(),
                new HealthConfig.Started(Duration.ofMillis(2500)))) {
            RunSettings settings = new RunSettings(run, HealthConfig.of(check), Map.of("NAME", "a b"));

            assertThat(RunSettings.fromJson(settings.toJson())).isEqualTo(settings);
        }
    }
}
