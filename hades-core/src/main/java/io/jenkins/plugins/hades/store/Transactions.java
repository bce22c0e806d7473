package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Runs pieces of work as transactions, on threads of its own. A caller's thread may be interrupted at any time, which closes the files of
 * an embedded database under all its users; and it may have a context class loader that knows nothing of the database.
 */
final class Transactions {
    /** How many transactions run at once; more of them wait. */
    static final int THREADS = 8;

    private static final int ATTEMPTS = 5;
    private static final ThreadLocal<Open> OPEN = new ThreadLocal<>();

    private final Jdbi jdbi;
    private final String store;
    private final ExecutorService threads;

    /** @param store what errors call the store: {@code "the store in /var/lib/hades"} */
    Transactions(Jdbi jdbi, String store) {
        this.jdbi = jdbi;
        this.store = store;
        this.threads = threads();
    }

    /** The transaction that a thread is in. */
    private record Open(Transactions of, Handle handle) {}

    /** Work in a transaction: all of it happens, or none. May run again when the database asks for it. */
    @FunctionalInterface
    interface Work<T> {
        T in(Handle handle);
    }

    /**
     * Runs the work, and commits it. Work that is run by other work is part of its transaction.
     *
     * @param doing what an error says was being done, as a gerund
     */
    <T> T run(String doing, Work<T> work) {
        Open outer = OPEN.get();
        if (outer != null && outer.of == this) {
            return work.in(outer.handle);
        }
        Future<T> future;
        try {
            future = threads.submit(() -> attempt(work));
        } catch (RejectedExecutionException e) {
            throw new HadesException(ErrorKind.INTERNAL, doing, store + " is closed", "Open it again", e);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw failure(doing, e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Refuses further work, and waits for what was begun. */
    void close() {
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, java.util.concurrent.TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T attempt(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(handle -> within(handle, work));
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !SqlFailure.passing(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T within(Handle handle, Work<T> work) {
        OPEN.set(new Open(this, handle));
        try {
            return work.in(handle);
        } finally {
            OPEN.remove();
        }
    }

    private RuntimeException failure(String doing, Throwable cause) {
        if (cause instanceof HadesException known) {
            known.addSuppressed(new Throwable("Called from"));
            return known;
        }
        if (cause instanceof IllegalArgumentException wrong) {
            return new IllegalArgumentException(wrong.getMessage(), wrong);
        }
        return SqlFailure.of(doing, store, cause);
    }

    private static ExecutorService threads() {
        AtomicInteger count = new AtomicInteger();
        return Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "hades-store-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(Transactions.class.getClassLoader());
            return thread;
        });
    }
}
