package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.oplog.OperationLogs;
import io.jenkins.plugins.hades.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes operations from the queue and has them worked on, as many at once as there are workers. */
final class Dispatcher implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(Dispatcher.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Store store;
    private final OperationLogs logs;
    private final Runner runner;
    private final EngineSettings settings;
    private final Changes changes;
    private final Semaphore free;
    private final ExecutorService workers;
    private final ExecutorService stoppers;
    private final ScheduledExecutorService clock;
    private final Map<Long, OperationRun> running = new ConcurrentHashMap<>();
    private final Map<Long, Future<?>> threads = new ConcurrentHashMap<>();
    private final List<Future<?>> chores = new ArrayList<>();
    private volatile boolean closed;

    Dispatcher(Store store, OperationLogs logs, Runner runner, EngineSettings settings, Changes changes) {
        this.store = store;
        this.logs = logs;
        this.runner = runner;
        this.settings = settings;
        this.changes = changes;
        this.free = new Semaphore(settings.workers());
        this.workers = Executors.newCachedThreadPool(new NamedThreads("hades-operation"));
        this.stoppers = Executors.newCachedThreadPool(new NamedThreads("hades-stop"));
        this.clock = Executors.newScheduledThreadPool(2, new NamedThreads("hades-clock"));
    }

    /** Begins to take operations. */
    void start() {
        chores.add(clock.scheduleWithFixedDelay(guarded(this::takeAll), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS));
        long beat = settings.heartbeat().toMillis();
        chores.add(clock.scheduleWithFixedDelay(guarded(this::beat), beat, beat, TimeUnit.MILLISECONDS));
    }

    /** Has something else done now and then, each time so long after the end of the last. */
    void every(Duration pause, Runnable chore) {
        chores.add(clock.scheduleWithFixedDelay(guarded(chore), 0, pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Looks for work now instead of a little later. */
    void wake() {
        if (!closed) {
            clock.execute(guarded(this::takeAll));
        }
    }

    /** Stops an operation if this process works on it. */
    void stop(long operation, String who) {
        Optional.ofNullable(running.get(operation))
                .ifPresent(run -> run.signal().give(StopReason.CANCELLED, "it was cancelled by " + who));
    }

    private synchronized void takeAll() {
        while (!closed && free.tryAcquire()) {
            Optional<Operation> next = Optional.empty();
            try {
                next = store.operations().claim(settings.owner());
                next.ifPresent(this::begin);
            } finally {
                if (next.isEmpty()) {
                    free.release();
                }
            }
            if (next.isEmpty()) {
                return;
            }
        }
    }

    private void begin(Operation operation) {
        changes.announce();
        threads.put(operation.id(), workers.submit(() -> work(operation)));
    }

    private void work(Operation operation) {
        Duration time = operation.request().timeout();
        StopSignal signal = new StopSignal(stoppers);
        ScheduledFuture<?> alarm = clock.schedule(
                () -> signal.give(StopReason.TIMED_OUT, "it took longer than " + time.toSeconds() + " s"),
                time.toMillis(),
                TimeUnit.MILLISECONDS);
        try (OperationLogs.Writer log = logs.writer(operation.id())) {
            OperationRun run = new OperationRun(
                    operation, store.operations(), log, signal, Instant.now().plus(time));
            running.put(operation.id(), run);
            if (closed) {
                signal.give(StopReason.SHUTDOWN, "Hades ends");
            }
            runner.run(run);
        } catch (IOException e) {
            HadesException told = new HadesException(
                    ErrorKind.INTERNAL,
                    "Opening the log of operation " + operation.id(),
                    String.valueOf(e.getMessage()),
                    "Make room on the disk and deploy again");
            store.operations().fail(operation.id(), told.kind(), told.getMessage());
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, e, () -> "The end of operation " + operation.id() + " could not be recorded");
        } finally {
            alarm.cancel(false);
            running.remove(operation.id());
            threads.remove(operation.id());
            free.release();
            changes.announce();
            wake();
        }
    }

    private void beat() {
        store.operations().heartbeat(settings.owner());
        for (OperationRun run : running.values()) {
            store.operations()
                    .find(run.operation().id())
                    .flatMap(Operation::cancelRequested)
                    .ifPresent(who -> stop(run.operation().id(), who));
        }
    }

    private static Runnable guarded(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, "Hades could not look after its operations; it tries again", e);
            }
        };
    }

    /** Stops what runs, without recording an end, and waits a little for it. */
    @Override
    public void close() {
        closed = true;
        running.values().forEach(run -> run.signal().give(StopReason.SHUTDOWN, "Hades ends"));
        threads.values().forEach(thread -> thread.cancel(true));
        chores.forEach(chore -> chore.cancel(false));
        clock.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOGGER.warning("Some operations did not stop in time; the next start settles them");
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        stoppers.shutdownNow();
    }
}
