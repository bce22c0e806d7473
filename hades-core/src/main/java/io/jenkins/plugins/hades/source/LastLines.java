package io.jenkins.plugins.hades.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of a command's output, made fit for a log. Not thread-safe. */
final class LastLines {
    private static final int KEPT = 60;
    private static final int LONGEST = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    /** Takes a line, and gives it as it may be logged: the last state of a progress line, without control characters. */
    String take(String line) {
        String whole = line.stripTrailing();
        String last = whole.substring(whole.lastIndexOf('\r') + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints().limit(LONGEST).forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        lines.addLast(clean.toString());
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
        return clean.toString();
    }

    /** The lines, the oldest first. */
    List<String> all() {
        return List.copyOf(lines);
    }
}
