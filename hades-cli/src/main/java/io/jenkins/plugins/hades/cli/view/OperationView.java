package io.jenkins.plugins.hades.cli.view;

import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationStep;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Follows an operation to its end. On a terminal the line at the bottom tells the step that goes on and its time; elsewhere there are only the lines of
 * the log. Blocks.
 */
public final class OperationView {
    private static final String ERASE = "\r\u001b[K";

    private final HadesClient client;
    private final PrintWriter out;
    private final boolean terminal;
    private final Duration pause;

    /**
     * @param client asks Hades
     * @param out where to
     * @param terminal whether that is a terminal
     * @param pause how long to wait between two looks
     */
    public OperationView(HadesClient client, PrintWriter out, boolean terminal, Duration pause) {
        this.pause = pause;
        this.client = client;
        this.out = out;
        this.terminal = terminal;
    }

    /** Prints the log as it grows, and gives the operation when it has ended. */
    public Operation follow(long operation) throws InterruptedException {
        long offset = 0;
        while (true) {
            offset = print(operation, offset);
            Operation now = client.get("/operations/" + operation, Operation.class);
            if (now.status().ended()) {
                print(operation, offset);
                return now;
            }
            bottom(now);
            Thread.sleep(pause.toMillis());
        }
    }

    /** Prints what the log has from an offset on, and gives the offset to go on from. */
    public long print(long operation, long offset) throws InterruptedException {
        long position = offset;
        while (true) {
            ApiResponse part =
                    client.plain("/operations/" + operation + "/log", Map.of("offset", Long.toString(position)));
            if (part.body().isEmpty()) {
                return position;
            }
            if (terminal) {
                out.print(ERASE);
            }
            out.print(part.body());
            out.flush();
            position = Long.parseLong(part.header("X-Text-Size").orElseThrow());
        }
    }

    private void bottom(Operation operation) throws InterruptedException {
        if (!terminal) {
            return;
        }
        List<OperationStep> steps =
                client.list("/operations/" + operation.id() + "/steps", Map.of(), OperationStep.class);
        String text = steps.isEmpty()
                ? "waiting in the queue"
                : steps.get(steps.size() - 1).name() + "  "
                        + Times.took(
                                java.util.Optional.of(
                                        steps.get(steps.size() - 1).startedAt()),
                                java.util.Optional.empty());
        out.print(ERASE + "\u001b[2m" + "operation " + operation.id() + "  " + text + "\u001b[0m");
        out.flush();
    }
}
