package io.jenkins.plugins.hades.target.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastLinesTest {
    @Test
    void givesTheLastTwentyLines() {
        String text = IntStream.rangeClosed(1, 30).mapToObj(String::valueOf).collect(Collectors.joining("\n"));

        assertThat(LastLines.lines(text)).hasSize(20).startsWith("11").endsWith("30");
    }

    @Test
    void leavesOutColoursAndControlCharacters() {
        assertThat(LastLines.lines("\u001b[1;31mred\u001b[0m\u0007\ttext\r\n")).containsExactly("red\ttext");
    }

    @Test
    void shortensLongLines() {
        assertThat(LastLines.lines("x".repeat(10_000)).get(0)).hasSize(501).endsWith("…");
    }
}
