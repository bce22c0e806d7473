package io.jenkins.plugins.hades.cli.top;

import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.view.Visible;
import io.jenkins.plugins.hades.error.HadesException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** The end of an operation's log, as it grows. */
final class LogPane {
    /** More lines than any terminal shows. */
    private static final int KEPT = 1000;

    private final HadesClient client;
    private final long operation;
    private final Deque<String> lines = new ArrayDeque<>();
    private String begun = "";
    private final Duration pause;
    private Instant next = Instant.EPOCH;
    private long offset;

    /** @param pause between two requests */
    LogPane(HadesClient client, long operation, Duration pause) {
        this.client = client;
        this.operation = operation;
        this.pause = pause;
    }

    /** Fetches what was added, if it is time to. Blocks for a request or more; of a long log, all is fetched once. */
    void grow() throws InterruptedException {
        if (Instant.now().isBefore(next)) {
            return;
        }
        next = Instant.now().plus(pause);
        try {
            while (true) {
                ApiResponse part =
                        client.plain("/operations/" + operation + "/log", Map.of("offset", Long.toString(offset)));
                if (part.body().isEmpty()) {
                    return;
                }
                add(part.body());
                offset = Long.parseLong(part.header("X-Text-Size").orElseThrow());
            }
        } catch (HadesException e) {
            add(e.getMessage() + "\n");
        }
    }

    private void add(String text) {
        String all = begun + text;
        int end = all.lastIndexOf('\n') + 1;
        begun = all.substring(end);
        all.substring(0, end).lines().forEach(line -> {
            lines.addLast(line);
            if (lines.size() > KEPT) {
                lines.removeFirst();
            }
        });
    }

    /** The lines for a terminal of this size. */
    List<AttributedString> lines(int columns, int height) {
        List<AttributedString> shown = new ArrayList<>();
        shown.add(new AttributedString("log of operation " + operation + "   (q: back)", AttributedStyle.BOLD)
                .columnSubSequence(0, columns));
        lines.stream()
                .skip(Math.max(0, lines.size() - (height - 1)))
                .map(line -> new AttributedString(Visible.cell(line)).columnSubSequence(0, columns))
                .forEach(shown::add);
        shown.addAll(Collections.nCopies(Math.max(0, height - shown.size()), AttributedString.EMPTY));
        return shown;
    }
}
