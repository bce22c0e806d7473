package io.jenkins.plugins.hades.ssh.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BeginFilterTest {
    private final BeginFilter filter = new BeginFilter("begin\n".getBytes(StandardCharsets.UTF_8));

    private String take(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(filter.take(bytes, 0, bytes.length), StandardCharsets.UTF_8);
    }

    @Test
    void givesWhatFollowsTheMark() {
        assertThat(take("begin\noutput")).isEqualTo("output");
        assertThat(filter.begun()).isTrue();
        assertThat(filter.noise()).isEmpty();
    }

    @Test
    void findsAMarkThatComesInPiecesAfterNoise() {
        assertThat(take("Welcome!\nbeg")).isEmpty();
        assertThat(filter.begun()).isFalse();
        assertThat(take("in")).isEmpty();
        assertThat(take("\nx")).isEqualTo("x");
        assertThat(filter.noise()).isEqualTo("Welcome!");
    }

    @Test
    void keepsOnlyTheEndOfMuchNoise() {
        for (int i = 0; i < 100; i++) {
            assertThat(take("n".repeat(10_000))).isEmpty();
        }
        assertThat(take("begin\n")).isEmpty();

        assertThat(filter.begun()).isTrue();
        assertThat(filter.noise().length()).isBetween(60_000, 70_000);
    }
}
