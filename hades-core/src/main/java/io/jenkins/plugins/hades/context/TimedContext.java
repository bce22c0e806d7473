package io.jenkins.plugins.hades.context;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The context of a part of an operation that may take only so long. It stops when the operation does, and when its own time is over; the operation
 * itself goes on then, to say what happened. Has a thread of its own until it is closed.
 */
public final class TimedContext extends DerivedContext implements AutoCloseable {
    private final OperationContext operation;
    private final Instant end;
    private final HadesException over;
    private final Set<Runnable> actions = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer;
    private volatile boolean expired;

    /**
     * Starts the time.
     *
     * @param operation what it is a part of
     * @param limit how long it may take
     * @param doing what it does, for the error: {@code "Building image …"}
     * @param remedy what to do when it takes longer
     */
    public TimedContext(OperationContext operation, Duration limit, String doing, String remedy) {
        super(operation);
        this.operation = operation;
        this.end = Instant.now().plus(limit);
        this.over = new HadesException(
                ErrorKind.TIMED_OUT, doing, "it took longer than the allowed " + describe(limit), remedy);
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "hades-time-limit");
            thread.setDaemon(true);
            return thread;
        });
        schedule(limit);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Closing the context ends the timer with all that waits in it.
    private void schedule(Duration limit) {
        timer.schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void expire() {
        expired = true;
        List.copyOf(actions).forEach(Runnable::run);
    }

    private static String describe(Duration limit) {
        return limit.toSeconds() % 60 == 0
                ? limit.toMinutes() + (limit.toMinutes() == 1 ? " minute" : " minutes")
                : limit.toSeconds() + (limit.toSeconds() == 1 ? " second" : " seconds");
    }

    /**
     * As the operation's own.
     *
     * @throws HadesException of kind {@code TIMED_OUT} also when this part's time is over
     */
    @Override
    public void checkpoint() {
        operation.checkpoint();
        if (expired) {
            throw over;
        }
    }

    @Override
    public Registration onStop(Runnable action) {
        // Each registration is one of its own, though one action may be registered twice.
        Runnable own = new Once(action);
        actions.add(own);
        Registration registration = operation.onStop(own);
        if (expired) {
            own.run();
        }
        return () -> {
            actions.remove(own);
            registration.close();
        };
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.of(operation.deadline().filter(end::isAfter).orElse(end));
    }

    /** Ends the time without stopping anything. */
    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** An action that runs once, whichever end comes first. */
    private static final class Once implements Runnable {
        private final Runnable action;
        private boolean done;

        Once(Runnable action) {
            this.action = action;
        }

        @Override
        public void run() {
            synchronized (this) {
                if (done) {
                    return;
                }
                done = true;
            }
            action.run();
        }
    }
}
