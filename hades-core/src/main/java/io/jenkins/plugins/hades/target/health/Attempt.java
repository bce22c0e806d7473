package io.jenkins.plugins.hades.target.health;

import io.jenkins.plugins.hades.error.HadesException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One attempt, on a daemon thread of its own, so that the waiting thread can look at other things meanwhile. */
final class Attempt implements Closeable {
    private final AttemptStreams streams = new AttemptStreams();
    private final FutureTask<Answer> answer;
    private final Instant until;
    private final Duration limit;

    Attempt(Probe probe, Duration limit) {
        this.limit = limit;
        this.until = Instant.now().plus(limit);
        this.answer = new FutureTask<>(() -> probe.ask(streams));
        Thread thread = new Thread(answer, "hades-health");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits this long at most for the answer; one that takes longer than an attempt may is an answer too. */
    Optional<Answer> await(Duration wait) throws InterruptedException {
        try {
            return Optional.of(answer.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Instant.now().isBefore(until)
                    ? Optional.empty()
                    : Optional.of(Answer.notYet("got no answer within " + Durations.text(limit)));
        } catch (ExecutionException e) {
            return Optional.of(Answer.notYet(failure(e.getCause())));
        }
    }

    private static String failure(Throwable cause) {
        if (cause instanceof HadesException known) {
            return "could not be asked: " + known.reason();
        }
        if (cause instanceof IOException || cause instanceof UncheckedIOException) {
            return "got no answer: " + cause.getMessage();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return "could not be asked: " + cause;
    }

    @Override
    public void close() throws IOException {
        answer.cancel(true);
        streams.close();
    }
}
