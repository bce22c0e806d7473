package io.jenkins.plugins.hades.target.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.target.docker.LastLines.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastLinesTest {
    @Test
    void ofManyLinesTheLastTwentyAreChosen() {
        assertThat(LastLines.chosen(output(1, 30)))
                .extracting(Written::line)
                .hasSize(20)
                .startsWith("11")
                .endsWith("30");
    }

    @Test
    void anErrorIsShownThoughTheEngineKeptMuchOutputAfterIt() {
        List<Written> written = new ArrayList<>(output(1, 10));
        written.add(new Written(true, "cannot go on"));
        written.addAll(output(11, 50));

        assertThat(LastLines.chosen(written))
                .extracting(Written::line)
                .hasSize(20)
                .startsWith("cannot go on", "32")
                .endsWith("50");
    }

    @Test
    void manyErrorsLeaveRoomForOutput() {
        List<Written> written = new ArrayList<>(IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new Written(true, "error " + i))
                .toList());
        written.addAll(output(1, 40));

        assertThat(LastLines.chosen(written))
                .extracting(Written::line)
                .hasSize(20)
                .startsWith("error 31")
                .contains("error 40", "31")
                .endsWith("40");
    }

    @Test
    void coloursAndControlCharactersAreLeftOut() {
        assertThat(LastLines.readable("\u001b[1;31mred\u001b[0m\u0007\ttext\r")).isEqualTo("red\ttext");
    }

    @Test
    void aVeryLongLineIsCut() {
        assertThat(LastLines.readable("x".repeat(10_000))).hasSize(501).endsWith("…");
    }

    private static List<Written> output(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> new Written(false, Integer.toString(i)))
                .toList();
    }
}
