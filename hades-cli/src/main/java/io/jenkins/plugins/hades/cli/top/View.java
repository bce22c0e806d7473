package io.jenkins.plugins.hades.cli.top;

import io.jenkins.plugins.hades.cli.view.Times;
import io.jenkins.plugins.hades.cli.view.Visible;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * What stands on the terminal: a line of sums, the environments, what waits, and a line of keys or of the question that is asked. Text of others is shown
 * harmlessly.
 *
 * @param rows the environments that the filter leaves
 * @param waiting what waits
 * @param selected the row that is chosen
 * @param filter what the names must hold
 * @param message the last line: a question, a failure, or the keys
 */
record View(List<Snapshot.Row> rows, List<String> waiting, int selected, String filter, String message) {
    static final String KEYS =
            "↑↓ choose  d deploy  e redeploy  r roll back  s restart  l log  c cancel  / filter  q quit";

    private static final int[] WIDTHS = {30, 22, 8, 10, 34};
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle BAD = PLAIN.foreground(AttributedStyle.RED);
    private static final AttributedStyle BUSY = PLAIN.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle GOOD = PLAIN.foreground(AttributedStyle.GREEN);

    /** The lines for a terminal of this size, exactly as many as it has. */
    List<AttributedString> lines(int columns, int height) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(line(sums(), PLAIN.bold(), columns));
        lines.add(line(
                cells(List.of("ENVIRONMENT", "STATUS", "RELEASE", "SINCE", "AT WORK", "URL")),
                PLAIN.inverse(),
                columns));
        int queued = Math.min(waiting.size(), Math.max(0, height / 4));
        int room = Math.max(1, height - lines.size() - 1 - (queued == 0 ? 0 : queued + 1));
        int first = Math.max(0, Math.min(selected - room / 2, rows.size() - room));
        for (int index = first; index < Math.min(rows.size(), first + room); index++) {
            lines.add(row(rows.get(index), index == selected, columns));
        }
        while (lines.size() < height - 1 - (queued == 0 ? 0 : queued + 1)) {
            lines.add(line("", PLAIN, columns));
        }
        if (queued > 0) {
            lines.add(line("WAITING (" + waiting.size() + ")", PLAIN.inverse(), columns));
            waiting.stream().limit(queued).forEach(text -> lines.add(line(text, PLAIN, columns)));
        }
        lines.add(line(message, PLAIN.faint(), columns));
        return lines.subList(0, Math.min(lines.size(), height));
    }

    private String sums() {
        long busy = rows.stream().filter(row -> row.work().isPresent()).count();
        long failing = rows.stream()
                .filter(row -> row.environment().status() == EnvironmentStatus.FAILURE)
                .count();
        return "hades   " + rows.size() + " environments   " + busy + " at work   " + waiting.size() + " waiting   "
                + failing + " failing" + (filter.isEmpty() ? "" : "   filter: " + filter);
    }

    private AttributedString row(Snapshot.Row row, boolean chosen, int columns) {
        AttributedStyle style = style(row);
        return line(cells(text(row)), chosen ? style.inverse() : style, columns);
    }

    private static AttributedStyle style(Snapshot.Row row) {
        if (row.work().isPresent()) {
            return BUSY;
        }
        return switch (row.environment().status()) {
            case RUNNING -> GOOD;
            case FAILURE -> BAD;
            default -> PLAIN;
        };
    }

    private static List<String> text(Snapshot.Row row) {
        Environment environment = row.environment();
        return List.of(
                row.name(),
                environment.status()
                        + environment.reason().map(reason -> " " + reason).orElse(""),
                environment.release() == 0 ? "" : Integer.toString(environment.release()),
                age(environment.since()),
                row.work().map(work -> work(work, row)).orElse(""),
                environment.url());
    }

    private static String work(Operation work, Snapshot.Row row) {
        String kind = work.request().kind().name().toLowerCase(Locale.ROOT);
        String time = Times.took(work.startedAt(), Optional.empty());
        return work.id() + " " + kind
                + row.step().map(step -> ": " + step.name()).orElse("") + " " + time;
    }

    private static String age(Instant since) {
        long minutes = Duration.between(since, Instant.now()).toMinutes();
        return minutes < 60 ? minutes + " m" : minutes < 60 * 48 ? minutes / 60 + " h" : minutes / 60 / 24 + " d";
    }

    private static String cells(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < cells.size(); index++) {
            String cell = Visible.cell(cells.get(index));
            OptionalInt width = index < WIDTHS.length ? OptionalInt.of(WIDTHS[index]) : OptionalInt.empty();
            line.append(width.isPresent() ? fitted(cell, width.getAsInt()) : cell)
                    .append("  ");
        }
        return line.toString();
    }

    private static String fitted(String cell, int width) {
        AttributedString text = new AttributedString(cell);
        int length = text.columnLength();
        return length > width ? text.columnSubSequence(0, width - 1) + "…" : cell + " ".repeat(width - length);
    }

    private static AttributedString line(String text, AttributedStyle style, int columns) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        line.styled(style, Visible.text(text.replace('\n', ' ')));
        int missing = columns - line.columnLength();
        if (missing > 0) {
            line.styled(style, " ".repeat(missing));
        }
        return line.toAttributedString().columnSubSequence(0, columns);
    }
}
