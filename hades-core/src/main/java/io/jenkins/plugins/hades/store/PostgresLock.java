package io.jenkins.plugins.hades.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/**
 * How one process owns a PostgreSQL store. It takes an advisory lock alone, writes its name down, and shares the lock among all its
 * connections from then on. So nobody else can take the lock alone while one of them lives; and a connection that comes after all were lost,
 * and after another process took the store, reads another name and gives up. The lock ends with its connections, however the process ends.
 */
final class PostgresLock {
    private static final String KEY = "(hashtextextended('hades store ' || current_schema(), 0))";

    private final UUID token = UUID.randomUUID();

    /** Takes the lock alone, if nobody has it; without standing in the lock's queue, which would keep new connections of its owner out. */
    boolean tryAlone(Connection connection) throws SQLException {
        return truth(connection, "SELECT pg_try_advisory_lock" + KEY);
    }

    /** Writes this process down as the owner, and makes room for more connections of it. */
    void share(Connection alone) throws SQLException {
        alone.setAutoCommit(false);
        try (Statement statement = alone.createStatement();
                PreparedStatement insert =
                        alone.prepareStatement("INSERT INTO store_owner (token, owner) VALUES (?, ?)")) {
            statement.execute("DELETE FROM store_owner");
            insert.setObject(1, token);
            insert.setString(2, StoredJson.write(StoreOwner.class, StoreOwner.thisProcess()));
            insert.execute();
        }
        alone.commit();
        alone.setAutoCommit(true);
        truth(alone, "SELECT pg_try_advisory_lock_shared" + KEY);
        truth(alone, "SELECT pg_advisory_unlock" + KEY);
    }

    /**
     * Lets another connection of this process take part.
     *
     * @throws SQLException of state {@link SqlFailure#TAKEN_OVER} when the store has another owner by now
     */
    void join(Connection connection) throws SQLException {
        boolean shared = truth(connection, "SELECT pg_try_advisory_lock_shared" + KEY);
        if (!shared || !owned(connection)) {
            String owner = owner(connection).map(StoreOwner::toString).orElse("another process");
            throw new SQLException("it was taken over by " + owner, SqlFailure.TAKEN_OVER);
        }
    }

    /** Strikes this process out as the owner, so that nobody takes it for one while the database closes its connections. */
    void leave(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM store_owner WHERE token = ?")) {
            delete.setObject(1, token);
            delete.execute();
        }
    }

    /** Who has the store open, as far as is known; a process that was killed stands there until the next one opens it. */
    static Optional<StoreOwner> owner(Connection connection) throws SQLException {
        if (!truth(connection, "SELECT to_regclass('store_owner') IS NOT NULL")) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT owner FROM store_owner")) {
            return rows.next() ? Optional.of(StoredJson.read(StoreOwner.class, rows.getString(1))) : Optional.empty();
        }
    }

    private boolean owned(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM store_owner WHERE token = ?")) {
            statement.setObject(1, token);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static boolean truth(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
