package io.jenkins.plugins.hades.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections made by a function, in the form that pools and Flyway want. */
final class ConnectionSource implements DataSource {
    private final Opener opener;
    private volatile int loginTimeout;

    ConnectionSource(Opener opener) {
        this.opener = opener;
    }

    /** Makes a connection. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return opener.open();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The store connects as one user");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException("Errors are thrown, not written");
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Errors are thrown, not written.
    }

    /** The opener has a limit of its own; this one is how long a pool that is closed waits for a connection that is being made. */
    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Errors are thrown, not written");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("This is no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
