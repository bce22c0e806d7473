package io.jenkins.plugins.hades.oplog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        String text = "Gr\u00fc\u00dfe \ud83d\ude80 \ud83d\udc69\u200d\ud83d\udcbb\t\u65e5\u672c\u8a9e ~ \u00a0";

        assertThat(LogText.line(text)).isSameAs(text);
    }

    @Test
    void noLineEndGetsThrough() {
        assertThat(LogText.line("Say\n2026-01-01T00:00:00.000Z Deployed\r\u0085\u2028\u2029\u000b\f"))
                .isEqualTo("Say\\n2026-01-01T00:00:00.000Z Deployed\\r\\u0085\\u2028\\u2029\\u000b\\u000c");
    }

    @Test
    void theEndOfALineIsNoPartOfIt() {
        assertThat(LogText.line("text\r\n")).isEqualTo("text");
        assertThat(LogText.line("\n")).isEmpty();
    }

    @Test
    void coloursStayAndOtherCommandsToTheTerminalAreLeftOut() {
        assertThat(LogText.line("\u001b[1;31mred\u001b[0m\u001b[K\u001b[2K\u001b[1A \u001b[?25lend"))
                .isEqualTo("\u001b[1;31mred\u001b[0m end");
        assertThat(LogText.line("\u001b]0;title\u0007\u001bc\u001b[12")).isEqualTo("\\e]0;title\\u0007\\ec\\e[12");
        assertThat(LogText.line("\u009b31m\u0000\u007f")).isEqualTo("\\u009b31m\\u0000\\u007f");
    }

    @Test
    void whatTurnsTheDirectionOfReadingIsShownByName() {
        assertThat(LogText.line("a\u202eb\u2066c")).isEqualTo("a\\u202eb\\u2066c");
    }

    @Test
    void halvesOfCharactersAreShownByName() {
        assertThat(LogText.line("\ud83d x \ude80")).isEqualTo("\\ud83d x \\ude80");
    }
}
