package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.FailureReason;
import io.jenkins.plugins.hades.model.Names;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The environments in the database. */
final class JdbcEnvironments implements EnvironmentStore {
    private static final String BY_NAME =
            "SELECT * FROM environment WHERE project_id = :project AND living_name = :name";

    private final Transactions transactions;
    private final Clock clock;

    JdbcEnvironments(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Environment define(UUID projectId, String name) {
        Names.environment(name);
        String doing = "Defining environment " + name + " of project " + projectId;
        return transactions.run(doing, handle -> {
            lockProject(handle, doing, projectId);
            return byName(handle, projectId, name).orElseGet(() -> insert(handle, projectId, name));
        });
    }

    @Override
    public Optional<Environment> find(UUID id) {
        return transactions.run("Reading environment " + id, handle -> find(handle, id));
    }

    @Override
    public Optional<Environment> findByName(UUID projectId, String name) {
        return transactions.run(
                "Looking for environment " + name + " of project " + projectId,
                handle -> byName(handle, projectId, name));
    }

    @Override
    public List<Environment> list(UUID projectId) {
        return transactions.run("Listing the environments of project " + projectId, handle -> handle
                .createQuery("SELECT * FROM environment WHERE project_id = :project AND living_name IS NOT NULL")
                .bind("project", projectId)
                .map(EnvironmentRows::environment)
                .stream()
                .sorted(Comparator.comparing(Environment::name))
                .toList());
    }

    @Override
    public List<Environment> list() {
        return transactions.run("Listing the environments", handle -> handle.createQuery(
                        "SELECT * FROM environment WHERE living_name IS NOT NULL")
                .map(EnvironmentRows::environment)
                .list());
    }

    @Override
    public List<Environment> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : transactions.run("Reading environments", handle -> handle.createQuery(
                                "SELECT * FROM environment WHERE id IN (<ids>)")
                        .bindList("ids", List.copyOf(ids))
                        .map(EnvironmentRows::environment)
                        .list());
    }

    @Override
    public Environment transition(UUID id, EnvironmentStatus next, Optional<FailureReason> reason, String detail) {
        if (reason.isPresent() != (next == EnvironmentStatus.FAILURE)) {
            throw new IllegalArgumentException("A reason is given with FAILURE only, and always: " + next);
        }
        String doing = "Changing the status of environment " + id + " to " + next;
        return transactions.run(doing, handle -> {
            EnvironmentRows.lock(handle, doing, id).status().requireNext(next);
            handle.createUpdate(
                            "UPDATE environment SET status = :status, reason = NULLIF(:reason, ''), detail = :detail,"
                                    + " since = :now WHERE id = :id")
                    .bind("id", id)
                    .bind("status", next.name())
                    .bind("reason", reason.map(FailureReason::name).orElse(""))
                    .bind("detail", detail)
                    .bind("now", clock.instant())
                    .execute();
            return find(handle, id).orElseThrow();
        });
    }

    @Override
    public Environment hold(UUID id) {
        String doing = "Holding environment " + id;
        return transactions.run(doing, handle -> EnvironmentRows.lock(handle, doing, id));
    }

    @Override
    public Environment serving(UUID id, int release, String url) {
        String doing = "Recording that environment " + id + " runs release " + release;
        return transactions.run(doing, handle -> {
            EnvironmentRows.lock(handle, doing, id);
            handle.createUpdate("UPDATE environment SET release_number = :release, url = :url WHERE id = :id")
                    .bind("id", id)
                    .bind("release", release)
                    .bind("url", url)
                    .execute();
            return find(handle, id).orElseThrow();
        });
    }

    private Environment insert(Handle handle, UUID projectId, String name) {
        UUID id = UUID.randomUUID();
        handle.createUpdate("INSERT INTO environment (id, project_id, name, status, detail, release_number, since, url)"
                        + " VALUES (:id, :project, :name, :status, '', 0, :now, '')")
                .bind("id", id)
                .bind("project", projectId)
                .bind("name", name)
                .bind("status", EnvironmentStatus.DEFINED.name())
                .bind("now", clock.instant())
                .execute();
        return find(handle, id).orElseThrow();
    }

    private static Optional<Environment> find(Handle handle, UUID id) {
        return handle.createQuery("SELECT * FROM environment WHERE id = :id")
                .bind("id", id)
                .map(EnvironmentRows::environment)
                .findOne();
    }

    private static Optional<Environment> byName(Handle handle, UUID projectId, String name) {
        return handle.createQuery(BY_NAME)
                .bind("project", projectId)
                .bind("name", name)
                .map(EnvironmentRows::environment)
                .findOne();
    }

    private static void lockProject(Handle handle, String doing, UUID projectId) {
        boolean known = handle.createQuery("SELECT id FROM project WHERE id = :id FOR UPDATE")
                .bind("id", projectId)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
        if (!known) {
            throw new HadesException(ErrorKind.NOT_FOUND, doing, "there is no such project", "");
        }
    }
}
