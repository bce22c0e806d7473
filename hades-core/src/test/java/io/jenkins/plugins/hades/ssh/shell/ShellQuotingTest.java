package io.jenkins.plugins.hades.ssh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellQuotingTest {
    @Test
    void aShellReadsEveryWordBackUnchanged() throws Exception {
        List<String> words =
                List.of("", "a b", "it's", "$(touch /tmp/x)", "`id`", "-n", "a\nb", "\\", "\"", "*", "~", "!", "#x");

        Process sh = new ProcessBuilder("sh", "-c", "printf '%s\\0' " + ShellQuoting.quote(words)).start();

        assertThat(new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(String.join("\0", words) + "\0");
    }

    @Test
    void aQuotedWordIsReadable() {
        assertThat(ShellQuoting.quote("it's")).isEqualTo("'it'\\''s'");
        assertThat(ShellQuoting.quote(List.of("a", "b c"))).isEqualTo("'a' 'b c'");
    }
}
