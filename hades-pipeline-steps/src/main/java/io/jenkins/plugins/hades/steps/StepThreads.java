package io.jenkins.plugins.hades.steps;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The few threads on which all steps of all builds do what may block: none waits for an operation to end. */
final class StepThreads {
    private static final int THREADS = 8;
    private static final ScheduledExecutorService POOL = pool();

    private StepThreads() {}

    /** Does it soon. */
    static void execute(Runnable work) {
        POOL.execute(work);
    }

    /** Does it soon, and as long as it takes, on a thread of its own. */
    static void send(Runnable work) {
        Thread thread = new Thread(work, "hades-step-sending");
        thread.setDaemon(true);
        thread.start();
    }

    /** Does it after this time. */
    static void later(long milliseconds, Runnable work) {
        ScheduledFuture<?> unused = POOL.schedule(work, milliseconds, TimeUnit.MILLISECONDS);
    }

    private static ScheduledExecutorService pool() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads = work -> {
            Thread thread = new Thread(work, "hades-step-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(THREADS, threads);
        pool.setKeepAliveTime(1, TimeUnit.MINUTES);
        pool.allowCoreThreadTimeOut(true);
        return Executors.unconfigurableScheduledExecutorService(pool);
    }
}
