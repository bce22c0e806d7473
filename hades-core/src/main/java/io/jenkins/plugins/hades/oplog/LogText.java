package io.jenkins.plugins.hades.oplog;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text of strangers safe as one line of a log. The colours of ANSI terminals and tabs stay, other commands to a terminal (erase, move) are
 * left out, and all else that would end the line, reverse the direction of reading or do something to a terminal is shown by its name.
 */
final class LogText {
    private static final char ESCAPE = '\u001b';
    private static final Pattern TERMINAL_COMMAND = Pattern.compile("\u001b\\[([0-?]{0,64}[ -/]{0,8})([@-~])");

    private LogText() {}

    /** The text as one line, without its end. */
    static String line(String text) {
        String stripped = withoutEnd(text);
        int first = 0;
        while (first < stripped.length() && safe(stripped, first)) {
            first++;
        }
        return first == stripped.length() ? stripped : made(stripped, first);
    }

    /** The text as one line, without its end and without colours. */
    static String plainLine(String text) {
        return TERMINAL_COMMAND.matcher(line(text)).replaceAll("");
    }

    private static String made(String text, int first) {
        StringBuilder line = new StringBuilder(text.length() + 32).append(text, 0, first);
        Matcher command = TERMINAL_COMMAND.matcher(text);
        int index = first;
        while (index < text.length()) {
            char character = text.charAt(index);
            if (character == ESCAPE && command.region(index, text.length()).lookingAt()) {
                if (command.group(2).equals("m")) {
                    line.append(command.group());
                }
                index = command.end();
            } else {
                line.append(safe(text, index) ? String.valueOf(character) : named(character));
                index++;
            }
        }
        return line.toString();
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean safe(String text, int index) {
        char character = text.charAt(index);
        if (character == '\t' || (character >= ' ' && character < 0x7f)) {
            return true;
        }
        if (Character.isHighSurrogate(character)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        return !Character.isISOControl(character) && !endsLine(character) && !turns(character);
    }

    private static boolean endsLine(char character) {
        return character == '\u2028' || character == '\u2029';
    }

    /** Whether it changes the direction in which the text around it is shown. */
    private static boolean turns(char character) {
        return (character >= '\u202a' && character <= '\u202e') || (character >= '\u2066' && character <= '\u2069');
    }

    private static String named(char character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case ESCAPE -> "\\e";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) character);
        };
    }
}
