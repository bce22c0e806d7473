package io.jenkins.plugins.hades.cli.top;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * A live view of all environments on a terminal, with keys to work on the chosen one. What would change something is asked for first. One thread uses the
 * terminal; the looks have another.
 */
public final class Top {
    private static final long KEY_MILLIS = 100;

    private final HadesClient client;
    private final Terminal terminal;
    private final Display display;
    private final Actions actions;
    private final Duration pause;
    private Optional<UUID> chosen = Optional.empty();
    private String filter = "";
    private boolean typing;
    private Optional<Actions.Question> question = Optional.empty();
    private Optional<LogPane> log = Optional.empty();
    private String told = "";

    private Top(HadesClient client, Terminal terminal, Duration pause) {
        this.pause = pause;
        this.client = client;
        this.terminal = terminal;
        this.display = new Display(terminal, true);
        this.actions = new Actions(client);
    }

    /**
     * Shows it until the person ends it, or the process is told to end. Blocks; the terminal is as before afterwards.
     *
     * @param client asks Hades; must be fit for two threads
     * @param pause between two looks
     * @param end whether to end
     */
    public static void run(HadesClient client, Terminal terminal, Duration pause, BooleanSupplier end)
            throws IOException, InterruptedException {
        Attributes before = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        try (Watch watch = Watch.start(client, pause)) {
            new Top(client, terminal, pause).loop(watch, end);
        } finally {
            terminal.puts(Capability.cursor_visible);
            terminal.puts(Capability.exit_ca_mode);
            terminal.setAttributes(before);
            terminal.flush();
        }
    }

    private void loop(Watch watch, BooleanSupplier end) throws IOException, InterruptedException {
        while (!end.getAsBoolean()) {
            List<Snapshot.Row> rows = rows(watch);
            draw(watch, rows);
            Key key = Key.read(terminal.reader(), KEY_MILLIS);
            if (key.kind() == Key.Kind.END || !press(key, watch, rows)) {
                return;
            }
        }
    }

    private List<Snapshot.Row> rows(Watch watch) {
        return watch.latest().map(Snapshot::rows).orElse(List.of()).stream()
                .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private void draw(Watch watch, List<Snapshot.Row> rows) throws InterruptedException {
        Size size = terminal.getSize();
        int columns = Math.max(20, size.getColumns());
        int height = Math.max(5, size.getRows());
        display.resize(height, columns);
        if (log.isPresent()) {
            log.get().grow();
            display.update(log.get().lines(columns, height), 0);
            return;
        }
        List<String> waiting = watch.latest()
                .map(seen -> seen.waiting().stream()
                        .map(operation -> waiting(seen, operation))
                        .toList())
                .orElse(List.of());
        display.update(new View(rows, waiting, index(rows), filter, message(watch)).lines(columns, height), 0);
    }

    private static String waiting(Snapshot seen, Operation operation) {
        return operation.id() + "  " + operation.request().kind().name().toLowerCase(Locale.ROOT) + "  "
                + seen.name(operation.environmentId()) + "  by " + operation.actor();
    }

    private String message(Watch watch) {
        if (typing) {
            return "Show names with: " + filter + "▏";
        }
        return question.map(asked -> asked.text() + " (y/n)")
                .or(watch::failure)
                .or(() -> Optional.of(told).filter(text -> !text.isEmpty()))
                .orElse(watch.latest().isPresent() ? View.KEYS : "Looking …");
    }

    private int index(List<Snapshot.Row> rows) {
        for (int index = 0; index < rows.size(); index++) {
            if (chosen.filter(rows.get(index).environment().id()::equals).isPresent()) {
                return index;
            }
        }
        return 0;
    }

    /** Gives whether to go on. */
    private boolean press(Key key, Watch watch, List<Snapshot.Row> rows) throws InterruptedException {
        if (key.kind() == Key.Kind.NONE) {
            return true;
        }
        if (log.isPresent()) {
            log = key.is('q') || key.kind() == Key.Kind.ESCAPE ? Optional.empty() : log;
        } else if (question.isPresent()) {
            Actions.Question asked = question.get();
            question = Optional.empty();
            if (key.is('y')) {
                told = Actions.answer(asked);
                watch.again();
            }
        } else if (typing) {
            type(key);
        } else {
            return command(key, rows);
        }
        return true;
    }

    private void type(Key key) {
        switch (key.kind()) {
            case CHARACTER -> filter += key.character();
            case ERASE -> filter = filter.isEmpty() ? "" : filter.substring(0, filter.length() - 1);
            case ESCAPE -> {
                filter = "";
                typing = false;
            }
            default -> typing = false;
        }
    }

    private boolean command(Key key, List<Snapshot.Row> rows) throws InterruptedException {
        told = "";
        if (key.is('q')) {
            return false;
        }
        if (key.is('/')) {
            typing = true;
        } else if (!rows.isEmpty()) {
            Snapshot.Row row = rows.get(index(rows));
            switch (key.kind()) {
                case UP -> choose(rows, index(rows) - 1);
                case DOWN -> choose(rows, index(rows) + 1);
                default -> work(key, row);
            }
        }
        return true;
    }

    private void work(Key key, Snapshot.Row row) throws InterruptedException {
        chosen = Optional.of(row.environment().id());
        if (key.is('l') || key.kind() == Key.Kind.ENTER) {
            openLog(row);
        } else {
            question = actions.of(key.character(), row);
        }
    }

    private void openLog(Snapshot.Row row) throws InterruptedException {
        try {
            log = newest(row).map(id -> new LogPane(client, id, pause));
            told = log.isPresent() ? "" : "Nothing was done there yet.";
        } catch (HadesException e) {
            told = e.getMessage();
        }
    }

    private Optional<Long> newest(Snapshot.Row row) throws InterruptedException {
        return client
                .list(
                        "/environments/" + row.environment().id() + "/operations",
                        Map.of("page[size]", "1"),
                        Operation.class)
                .stream()
                .map(Operation::id)
                .findFirst();
    }

    private void choose(List<Snapshot.Row> rows, int index) {
        int within = Math.max(0, Math.min(rows.size() - 1, index));
        chosen = Optional.of(rows.get(within).environment().id());
    }
}
