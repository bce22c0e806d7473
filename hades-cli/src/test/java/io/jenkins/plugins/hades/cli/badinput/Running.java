package io.jenkins.plugins.hades.cli.badinput;

import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A command that goes on while the test does something to it. */
final class Running {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    Running(Bed bed, String... arguments) {
        Thread thread = new Thread(
                () -> code.complete(bed.hades(new PrintWriter(out, true), new PrintWriter(err, true), arguments)),
                "hades " + String.join(" ", arguments));
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until this was written to its standard output. */
    Running awaitText(String text) {
        await("the text " + text).atMost(PATIENCE).until(() -> out.toString().contains(text) || code.isDone());
        if (!out.toString().contains(text)) {
            throw new IllegalStateException("The command ended without \"" + text + "\": " + end().text());
        }
        return this;
    }

    /** Waits until it has ended. */
    Outcome end() {
        await("the end of the command").atMost(PATIENCE).until(code::isDone);
        return new Outcome(code.join(), out.toString(), err.toString());
    }
}
