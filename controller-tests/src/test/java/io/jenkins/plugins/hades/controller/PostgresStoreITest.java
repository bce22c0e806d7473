package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records in a PostgreSQL database, set by configuration as code while Jenkins runs. */
@ExtendWith(OnController.class)
class PostgresStoreITest {
    private final Bench bench;
    private final Controller controller;

    PostgresStoreITest(Bench bench) {
        this.bench = bench;
        this.controller = bench.controller();
    }

    @AfterEach
    void backToTheEmbeddedStore() throws Exception {
        controller.configure("postgres.yaml", """
                unclassified:
                  hades:
                    store: embedded
                """);
        controller.reload();
        controller.unconfigure("postgres.yaml");
    }

    @Test
    void recordsAreKeptInTheDatabaseFromThenOn() throws Exception {
        PipelineJob before =
                PipelineJob.create(controller, "embedded", bench.apps().binding("embedded"));
        before.succeeds("hadesSetEnv environment: 'production', set: ['WHERE=embedded']");
        PostgresDatabase database = Testbed.shared().postgres().createDatabase();
        controller.configure(
                "postgres.yaml",
                AdministratorGuide.postgres()
                        .with("jdbc:postgresql://database.example.com:5432/hades", database.url())
                        .with("username: hades", "username: " + database.user())
                        .with("/run/secrets/hades-database", Bench.file("database", database.password()))
                        .yaml());

        controller.reload();

        bench.apps().serving("postgres", "recorded in PostgreSQL");
        Build build = PipelineJob.create(controller, "postgres", bench.apps().binding("postgres"))
                .succeeds("""
                hadesSetEnv environment: 'production', secret: [PASSWORD: 'canary']
                def result = hadesDeploy environment: 'production'
                echo "release=${result.release}"
                """);
        assertThat(build.console()).contains("release=1");
        assertThat(query(database, "SELECT name FROM project")).containsExactly("postgres");
        assertThat(query(database, "SELECT status FROM environment")).containsExactly("RUNNING");
        assertThat(query(database, "SELECT kind || ' ' || status FROM operation"))
                .containsExactly("DEPLOY SUCCEEDED");
        Build elsewhere = before.script("hadesEnv(environment: 'production') { echo 'inside' }")
                .build();
        assertThat(elsewhere.result())
                .as("what was recorded before is not moved")
                .isEqualTo("FAILURE");

        backToTheEmbeddedStore();

        assertThat(before.succeeds("hadesEnv(environment: 'production') { echo \"where=${env.WHERE}\" }")
                        .console())
                .contains("where=embedded");
    }

    private static List<String> query(PostgresDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
