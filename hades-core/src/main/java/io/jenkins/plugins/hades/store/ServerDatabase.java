package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database of a PostgreSQL server, 12 or later, owned by this process: see {@link PostgresLock}. */
final class ServerDatabase implements OwnedDatabase {
    private static final Logger LOGGER = Logger.getLogger(ServerDatabase.class.getName());

    /**
     * How long the server may take to notice that the process is gone that had the store open before. It sees the end of a connection at once, and
     * acts on it when it gets to it.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String label;
    private final PostgresConnections connections;
    private final PostgresLock lock = new PostgresLock();
    private final GivenConnections given = new GivenConnections();
    private final Connection held;
    private volatile boolean shared;

    private ServerDatabase(String label, PostgresConnections connections) throws SQLException {
        this.label = label;
        this.connections = connections;
        this.held = connections.open();
    }

    /** Connects to the database and takes it. */
    static ServerDatabase open(String url, String user, Supplier<String> password) {
        String label = "the store in " + withoutParameters(url);
        String doing = "Opening " + label;
        PostgresConnections connections = new PostgresConnections(url, user, password);
        if (!connections.accepted()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    doing,
                    "that is no URL of a PostgreSQL database",
                    "Write it as jdbc:postgresql://host:5432/database");
        }
        try {
            ServerDatabase database = new ServerDatabase(label, connections);
            database.take(doing);
            return database;
        } catch (SQLException e) {
            throw SqlFailure.of(doing, label, e);
        }
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public DataSource source() {
        return new ConnectionSource(this::connect);
    }

    @Override
    public void migrate() {
        Migrations migrations = new Migrations(label, source(), Map.of("stored", "STORED", "bytes", "BYTEA"));
        if (migrations.pending()) {
            migrations.apply();
        }
        try {
            lock.share(held);
            shared = true;
        } catch (SQLException e) {
            throw SqlFailure.of("Opening " + label, label, e);
        }
    }

    @Override
    public void close() {
        try (Connection last = held) {
            given.close();
            if (shared) {
                leave(last);
            }
        } catch (SQLException e) {
            throw SqlFailure.of("Closing " + label, label, e);
        }
    }

    private void leave(Connection last) {
        try {
            lock.leave(last);
        } catch (SQLException e) {
            LOGGER.log(Level.FINE, "The name of this process stands in " + label + " until the next one opens it", e);
        }
    }

    private void take(String doing) throws SQLException {
        boolean taken = false;
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            taken = lock.tryAlone(held);
            while (!taken && System.nanoTime() < end && !ownerSeenAlive()) {
                LockSupport.parkNanos(PAUSE.toNanos());
                taken = lock.tryAlone(held);
            }
            if (!taken) {
                String owner =
                        PostgresLock.owner(held).map(StoreOwner::toString).orElse("another process");
                throw new StoreTakenException(
                        doing,
                        "it is open in " + owner,
                        "End that process, or ask it for what you need. If its machine is gone, the database notices within a minute");
            }
        } finally {
            if (!taken) {
                held.close();
            }
        }
    }

    private boolean ownerSeenAlive() throws SQLException {
        return PostgresLock.owner(held).filter(StoreOwner::seenAlive).isPresent();
    }

    private Connection connect() throws SQLException {
        Connection connection = connections.open();
        try {
            if (shared) {
                lock.join(connection);
            }
            return given.note(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String withoutParameters(String url) {
        int end = url.indexOf('?');
        return (end < 0 ? url : url.substring(0, end)).replace("jdbc:", "");
    }
}
