package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private final List<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(lines::add);

    private void take(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        splitter.take(bytes, bytes.length);
    }

    @Test
    void givesLinesHoweverTheyArrive() {
        byte[] bytes = "one\ntwo\r\n\nfür\nlast".getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            splitter.take(new byte[] {b}, 1);
        }
        assertThat(lines).containsExactly("one", "two", "", "für");

        splitter.end();

        assertThat(lines).containsExactly("one", "two", "", "für", "last");
    }

    @Test
    void cutsALongLineBetweenCharacters() {
        take("ü".repeat(100_000) + "\n");

        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 32 * 1024 + 1);
        assertThat(String.join("", lines)).isEqualTo("ü".repeat(100_000));
    }

    @Test
    void cutsALongLineOfBytesThatAreNoText() {
        byte[] bytes = new byte[1_000_000];
        Arrays.fill(bytes, (byte) 0x80);
        splitter.take(bytes, bytes.length);
        splitter.end();

        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines.stream().mapToInt(String::length).sum()).isEqualTo(1_000_000);
    }
}
