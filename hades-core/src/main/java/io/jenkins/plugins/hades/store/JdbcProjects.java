package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** The projects in the database. */
final class JdbcProjects implements ProjectStore {
    private static final int LONGEST_NAME = 1000;

    private final Transactions transactions;
    private final Clock clock;

    JdbcProjects(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void save(Project project) {
        String doing = "Recording project " + project.id();
        if (project.name().isBlank() || project.name().length() > LONGEST_NAME) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    doing,
                    "its name is empty or longer than " + LONGEST_NAME + " characters",
                    "Give it another name");
        }
        transactions.run(doing, handle -> {
            int known = handle.createUpdate("UPDATE project SET name = :name, saved_at = :now WHERE id = :id")
                    .bind("id", project.id())
                    .bind("name", project.name())
                    .bind("now", clock.instant())
                    .execute();
            return known > 0
                    ? known
                    : handle.createUpdate("INSERT INTO project (id, name, saved_at) VALUES (:id, :name, :now)")
                            .bind("id", project.id())
                            .bind("name", project.name())
                            .bind("now", clock.instant())
                            .execute();
        });
    }

    @Override
    public Optional<Project> find(UUID id) {
        return transactions.run(
                "Reading project " + id, handle -> handle.createQuery("SELECT * FROM project WHERE id = :id")
                        .bind("id", id)
                        .map(JdbcProjects::project)
                        .findOne());
    }

    @Override
    public Optional<Project> findByName(String name) {
        return transactions.run("Looking for project " + name, handle -> handle.createQuery(
                        "SELECT * FROM project WHERE name = :name ORDER BY saved_at DESC FETCH FIRST 1 ROW ONLY")
                .bind("name", name)
                .map(JdbcProjects::project)
                .findOne());
    }

    @Override
    public List<Project> list() {
        return transactions.run(
                "Listing the projects",
                handle -> handle.createQuery("SELECT * FROM project").map(JdbcProjects::project).stream()
                        .sorted(Comparator.comparing(Project::name).thenComparing(Project::id))
                        .toList());
    }

    private static Project project(ResultSet row, StatementContext context) throws SQLException {
        return new Project(row.getObject("id", UUID.class), row.getString("name"));
    }
}
