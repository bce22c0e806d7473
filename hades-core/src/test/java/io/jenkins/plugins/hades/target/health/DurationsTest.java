package io.jenkins.plugins.hades.target.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"0,0 ms", "850,850 ms", "1000,1 s", "4240,4.2 s", "60000,60 s", "59600,60 s", "600000,10 min"})
    void readsAsPeopleSayIt(long millis, String text) {
        assertThat(Durations.text(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
