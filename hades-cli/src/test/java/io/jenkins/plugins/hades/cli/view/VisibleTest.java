package io.jenkins.plugins.hades.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void whatCommandsATerminalIsShownByItsNumber() {
        assertThat(Visible.text("\u001b[2Jred\u0007 \r\u009b31m \u202eleft"))
                .isEqualTo("\\u001b[2Jred\\u0007 \\u000d\\u009b31m \\u202eleft");
        assertThat(Visible.text("two\nlines\tand ünïcode 🚀")).isEqualTo("two\nlines\tand ünïcode 🚀");
    }

    @Test
    void aCellOfATableIsOneLine() {
        StringWriter out = new StringWriter();

        new Printer(new PrintWriter(out, true))
                .table(List.of("NAME", "VALUE"), List.of(List.of("A", "one\n\u001b[2Jtwo"), List.of("B", "b\n")));

        assertThat(out.toString().lines()).containsExactly("NAME  VALUE", "A     one …", "B     b");
    }
}
