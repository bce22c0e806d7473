package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A part of an operation that has less time than the operation itself. Thread-safe. Closing it ends its clock. */
final class LimitedContext implements OperationContext, AutoCloseable {
    private final OperationContext whole;
    private final Duration time;
    private final String doing;
    private final Instant end;
    private final List<Runnable> actions = new ArrayList<>();
    private final CompletableFuture<Void> alarm;
    private boolean over;

    LimitedContext(OperationContext whole, Duration time, String doing) {
        this.whole = whole;
        this.time = time;
        this.doing = doing;
        this.end = Instant.now().plus(time);
        this.alarm = CompletableFuture.runAsync(
                this::expire, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void expire() {
        List<Runnable> due;
        synchronized (this) {
            if (alarm != null && alarm.isCancelled()) {
                return;
            }
            over = true;
            due = List.copyOf(actions);
        }
        due.forEach(Runnable::run);
    }

    @Override
    public String token() {
        return whole.token();
    }

    @Override
    public void log(String line) {
        whole.log(line);
    }

    @Override
    public void step(String name) {
        whole.step(name);
    }

    @Override
    public void mask(String secret) {
        whole.mask(secret);
    }

    @Override
    public void checkpoint() {
        whole.checkpoint();
        synchronized (this) {
            if (over) {
                throw new HadesException(
                        ErrorKind.TIMED_OUT,
                        doing,
                        "it took longer than " + time.toSeconds() + " s",
                        "Raise build.timeout in hades.yml");
            }
        }
    }

    @Override
    public Registration onStop(Runnable action) {
        Registration outer = whole.onStop(action);
        boolean late;
        synchronized (this) {
            late = over;
            actions.add(action);
        }
        if (late) {
            action.run();
        }
        return () -> {
            outer.close();
            synchronized (this) {
                actions.remove(action);
            }
        };
    }

    @Override
    public Optional<Instant> deadline() {
        return whole.deadline().filter(other -> other.isBefore(end)).or(() -> Optional.of(end));
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
