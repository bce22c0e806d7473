package io.jenkins.plugins.hades.jenkins.form;

import java.util.List;

/** A list that is entered as a text with one entry on each line. */
public final class Lines {
    private Lines() {}

    /** The entries, without blank lines and without blanks around them; none for {@code null}. */
    public static List<String> of(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    /** The text with one entry on each line and nothing else; empty for {@code null}. */
    public static String normalized(String text) {
        return String.join("\n", of(text));
    }
}
