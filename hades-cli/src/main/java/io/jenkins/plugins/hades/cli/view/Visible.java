package io.jenkins.plugins.hades.cli.view;

import java.util.Locale;

/** Text of others as it may be shown on a terminal: what would command the terminal, or turn the direction of reading, is shown by its number. */
public final class Visible {
    private static final String MORE = " …";

    private Visible() {}

    /** A text of one or several lines. */
    public static String text(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\n' || character == '\t' || !commands(character)) {
                shown.appendCodePoint(character);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", character));
            }
        });
        return shown.toString();
    }

    /** A text as a cell of a table: its first line, marked where there are more. */
    public static String cell(String text) {
        String stripped = text.strip();
        int end = stripped.indexOf('\n');
        return text(end < 0 ? stripped : stripped.substring(0, end) + MORE).replace('\t', ' ');
    }

    private static boolean commands(int character) {
        return Character.isISOControl(character)
                || character == 0x2028
                || character == 0x2029
                || (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
