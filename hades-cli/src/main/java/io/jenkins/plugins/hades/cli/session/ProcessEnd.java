package io.jenkins.plugins.hades.cli.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when its process is told to end: by Ctrl-C, by SIGTERM, or as its terminal is closed. The process then lives on until the
 * command has closed its session, for a time at most; what is not done by then is settled by the next start, as after a crash.
 */
final class ProcessEnd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Thread worker = Thread.currentThread();
    private final Thread hook = new Thread(this::end, "hades-end");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Runnable> actions = new ArrayList<>();
    private boolean begun;

    private ProcessEnd() {}

    /** Begins to watch; the calling thread is the one that is interrupted when nobody asked for something else. */
    static ProcessEnd watch() {
        ProcessEnd end = new ProcessEnd();
        try {
            Runtime.getRuntime().addShutdownHook(end.hook);
        } catch (IllegalStateException e) {
            // The process ends already: nothing new is begun.
            end.worker.interrupt();
        }
        return end;
    }

    /** Whether the process was told to end. */
    synchronized boolean begun() {
        return begun;
    }

    /** Has this done when the process is told to end, in place of the interruption; at once if it was told already. */
    Session.Registration ask(Runnable action) {
        synchronized (this) {
            if (!begun) {
                actions.add(action);
                return () -> {
                    synchronized (this) {
                        actions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }

    /** The command has ended: the process need not wait for it any more. */
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and waited for this.
        }
    }

    private void end() {
        List<Runnable> asked;
        synchronized (this) {
            begun = true;
            asked = List.copyOf(actions);
        }
        if (asked.isEmpty()) {
            worker.interrupt();
        }
        asked.forEach(Runnable::run);
        try {
            closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
