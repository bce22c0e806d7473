package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.HadesException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * The connections to one server. A command takes one of the sessions that a connection may carry; a forwarded socket or a tunnel only keeps
 * its connection from being closed as unused. Connections are opened by a worker, one at a time, and everybody who needs it waits for
 * the same one, so a server that does not answer holds everybody up once. Thread-safe.
 */
final class ConnectionPool implements AutoCloseable {
    private static final long CHECK_MILLISECONDS = 200;

    private final Connector connector;
    private final SshSettings settings;
    private final Executor workers;
    private final Runnable live;
    private final List<Pooled> connections = new ArrayList<>();
    private Optional<CompletableFuture<Void>> opening = Optional.empty();
    private final SessionBudget budget;
    private boolean closed;

    /**
     * @param connector opens connections
     * @param settings how many, and for how long
     * @param workers runs the opening
     * @param live called before a connection is opened: from then on {@link #tidy} must be called
     */
    ConnectionPool(Connector connector, SshSettings settings, Executor workers, Runnable live) {
        this.connector = connector;
        this.settings = settings;
        this.workers = workers;
        this.live = live;
        this.budget = new SessionBudget(settings.sessionsPerConnection());
    }

    /** The use of a connection; to be closed. */
    final class Lease implements ConnectionUse {
        private final Pooled pooled;
        private final boolean session;
        private boolean returned;

        private Lease(Pooled pooled, boolean session) {
            this.pooled = pooled;
            this.session = session;
        }

        @Override
        public Connection connection() {
            return pooled.connection;
        }

        @Override
        public void opened(int sessions) {
            synchronized (ConnectionPool.this) {
                budget.opened(sessions);
            }
        }

        @Override
        public void refused(int others) {
            synchronized (ConnectionPool.this) {
                budget.refused(others);
            }
        }

        @Override
        public void close() {
            synchronized (ConnectionPool.this) {
                if (!returned) {
                    returned = true;
                    pooled.give(session);
                    ConnectionPool.this.notifyAll();
                }
            }
        }
    }

    private static final class Pooled {
        private final Connection connection;
        private int sessions;
        private int streams;
        private long idleSince = System.nanoTime();

        private Pooled(Connection connection) {
            this.connection = connection;
        }

        private void take(boolean session) {
            sessions += session ? 1 : 0;
            streams += session ? 0 : 1;
        }

        private void give(boolean session) {
            sessions -= session ? 1 : 0;
            streams -= session ? 0 : 1;
            idleSince = System.nanoTime();
        }

        private boolean unused() {
            return sessions == 0 && streams == 0;
        }
    }

    /**
     * Waits for a connection with a free session.
     *
     * @param checkpoint called while waiting; what it throws ends the waiting
     */
    Lease session(Runnable checkpoint) throws InterruptedException {
        return lease(true, checkpoint);
    }

    /** A connection with a free session, if there is one now. */
    synchronized Optional<Lease> freeSession() {
        return closed ? Optional.empty() : free(true);
    }

    /** Waits for a connection, for something that is no session. */
    Lease stream(Runnable checkpoint) throws InterruptedException {
        return lease(false, checkpoint);
    }

    private Lease lease(boolean session, Runnable checkpoint) throws InterruptedException {
        while (true) {
            CompletableFuture<Void> wait;
            synchronized (this) {
                if (closed) {
                    throw new IllegalStateException("the connections have been closed");
                }
                Optional<Lease> free = free(session);
                if (free.isPresent()) {
                    return free.get();
                }
                if (opening.isEmpty() && connections.size() >= settings.connectionsPerServer()) {
                    wait(CHECK_MILLISECONDS);
                    wait = CompletableFuture.completedFuture(null);
                } else {
                    wait = opening.orElseGet(this::openAnother);
                }
            }
            await(wait, checkpoint);
        }
    }

    private Optional<Lease> free(boolean session) {
        connections.removeIf(pooled -> !pooled.connection.isOpen());
        Optional<Pooled> free = connections.stream()
                .filter(pooled -> !session || pooled.sessions < budget.limit())
                .min(Comparator.comparingInt(pooled -> pooled.sessions));
        free.ifPresent(pooled -> pooled.take(session));
        return free.map(pooled -> new Lease(pooled, session));
    }

    private CompletableFuture<Void> openAnother() {
        CompletableFuture<Void> result = new CompletableFuture<>();
        opening = Optional.of(result);
        live.run();
        workers.execute(() -> {
            try {
                add(connector.connect(Optional.empty()));
                result.complete(null);
            } catch (InterruptedException | RuntimeException | Error e) {
                failed();
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private void add(Connection connection) {
        connection.onEnd(this::wake);
        if (!kept(connection)) {
            connection.close();
        }
    }

    /** Whether the connection is kept, as this is not closed. */
    private synchronized boolean kept(Connection connection) {
        opening = Optional.empty();
        if (!closed) {
            connections.add(new Pooled(connection));
        }
        notifyAll();
        return !closed;
    }

    private synchronized void failed() {
        opening = Optional.empty();
        notifyAll();
    }

    private synchronized void wake() {
        notifyAll();
    }

    private static void await(CompletableFuture<Void> wait, Runnable checkpoint) throws InterruptedException {
        while (true) {
            checkpoint.run();
            try {
                wait.get(CHECK_MILLISECONDS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                // Asks again whether to go on.
            } catch (ExecutionException e) {
                if (e.getCause() instanceof HadesException failure) {
                    throw copy(failure);
                }
                throw new CompletionException(e.getCause());
            }
        }
    }

    /** Everybody who waited gets an exception of its own, with its own stack. */
    private static HadesException copy(HadesException failure) {
        return new HadesException(
                failure.kind(),
                failure.doing(),
                failure.reason(),
                failure.remedy().orElse(""),
                failure);
    }

    /** Closes connections that have not been used for longer than the settings say; whether any is left. */
    boolean tidy() {
        List<Connection> idle;
        boolean left;
        synchronized (this) {
            long now = System.nanoTime();
            idle = removed(pooled -> pooled.unused()
                    && now - pooled.idleSince >= settings.idleClose().toNanos());
            connections.removeIf(pooled -> !pooled.connection.isOpen());
            left = !connections.isEmpty() || opening.isPresent();
        }
        idle.forEach(Connection::close);
        return left;
    }

    @Override
    public void close() {
        List<Connection> all;
        synchronized (this) {
            closed = true;
            all = removed(pooled -> true);
            notifyAll();
        }
        all.forEach(Connection::close);
    }

    /**
     * Takes connections out, to be closed by a thread that does not hold the lock: closing takes a lock of MINA's, which its own thread may hold while it
     * tells this pool that a connection ended.
     */
    private List<Connection> removed(Predicate<Pooled> which) {
        List<Connection> taken = connections.stream()
                .filter(which)
                .map(pooled -> pooled.connection)
                .toList();
        connections.removeIf(which);
        return taken;
    }
}
