package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.testbed.postgres.PostgresDatabase;
import io.jenkins.plugins.hades.testbed.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresServerITest {

    @BeforeAll
    static void needs() {
        Testbed.require(Need.POSTGRES);
    }

    @Test
    void every_database_is_empty_and_its_own() throws Exception {
        PostgresServer server = Testbed.shared().postgres();
        PostgresDatabase one = server.createDatabase();
        PostgresDatabase other = server.createDatabase();

        execute(one, "create table t (id int)");

        assertThat(count(one)).isEqualTo(1);
        assertThat(count(other)).isZero();
    }

    @Test
    void a_wrong_password_is_refused() {
        PostgresDatabase database = Testbed.shared().postgres().createDatabase();

        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void a_killed_server_has_its_committed_data_when_it_is_started_again() throws Exception {
        PostgresServer server = Testbed.shared().postgres();
        PostgresDatabase database = server.createDatabase();
        execute(database, "create table t (id int)");

        server.kill9();
        assertThatThrownBy(() -> count(database)).isInstanceOf(SQLException.class);
        server.start();

        assertThat(count(database)).isEqualTo(1);
    }

    private static void execute(PostgresDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(PostgresDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from pg_tables where tablename = 't'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(PostgresDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
