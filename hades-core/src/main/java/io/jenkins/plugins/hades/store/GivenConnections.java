package io.jenkins.plugins.hades.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The connections that were given to a pool, so that none outlives the store: a pool that is closed while it makes a connection forgets that one,
 * and the database would count it as a life sign of its owner. Thread-safe.
 */
final class GivenConnections implements AutoCloseable {
    private final List<Connection> given = new ArrayList<>();
    private boolean closed;

    /**
     * Notes a connection.
     *
     * @throws SQLException when the store was closed meanwhile; the connection is closed then
     */
    synchronized Connection note(Connection connection) throws SQLException {
        if (closed) {
            connection.close();
            throw new SQLException("the store was closed meanwhile", "08003");
        }
        given.removeIf(GivenConnections::ended);
        given.add(connection);
        return connection;
    }

    /** Closes those that are still open, and refuses more. */
    @Override
    public synchronized void close() throws SQLException {
        closed = true;
        for (Connection connection : given) {
            connection.close();
        }
        given.clear();
    }

    private static boolean ended(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException("a connection that does not know whether it is closed", e);
        }
    }
}
