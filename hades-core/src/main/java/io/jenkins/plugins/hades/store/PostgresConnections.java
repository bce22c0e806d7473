package io.jenkins.plugins.hades.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.Supplier;
import org.postgresql.Driver;

/** Opens connections to a PostgreSQL database by its driver alone, without a look-up through class loaders. */
final class PostgresConnections {
    /** A peer that is gone is noticed within a minute, on either side, and with it what it held is free. */
    private static final String SETTINGS = "SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 10;"
            + " SET tcp_keepalives_count = 3; SET lock_timeout = '20s'; SET idle_in_transaction_session_timeout = '60s'";

    /** Also while a statement runs or waits, the server looks whether anybody still waits for its answer; so can version 14 and later. */
    private static final String LOOKING = "SET client_connection_check_interval = '2s'";

    private static final int LOOKS_SINCE = 14;

    private final Driver driver = new Driver();
    private final String url;
    private final String user;
    private final Supplier<String> password;

    /** @param password asked for each connection, so that it may change */
    PostgresConnections(String url, String user, Supplier<String> password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Whether the driver takes the URL. */
    boolean accepted() {
        return driver.acceptsURL(url);
    }

    /** A new connection. */
    Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.get());
        properties.setProperty("ApplicationName", "hades");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        Connection connection = driver.connect(url, properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            if (connection.getMetaData().getDatabaseMajorVersion() >= LOOKS_SINCE) {
                statement.execute(LOOKING);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
