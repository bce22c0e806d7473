package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.HadesException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The embedded database in memory, gone when it is closed. */
final class MemoryDatabase implements OwnedDatabase {
    private final JdbcDataSource source = new JdbcDataSource();

    MemoryDatabase() {
        source.setURL(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000");
        source.setUser("hades");
    }

    @Override
    public String label() {
        return "the store in memory";
    }

    @Override
    public DataSource source() {
        return source;
    }

    @Override
    public void migrate() {
        new Migrations(label(), source, Map.of("stored", "", "bytes", "VARBINARY")).apply();
    }

    /** @throws HadesException if the database cannot be ended */
    @Override
    public void close() {
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute("SHUTDOWN");
        } catch (SQLException e) {
            throw SqlFailure.of("Closing " + label(), label(), e);
        }
    }
}
