package io.jenkins.plugins.hades.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.ReleaseVariable;
import io.jenkins.plugins.hades.model.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The releases in the database. */
final class JdbcReleases implements ReleaseStore {
    private static final TypeReference<List<ReleaseVariable>> VARIABLES = new TypeReference<>() {};

    private final Transactions transactions;
    private final Clock clock;

    JdbcReleases(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Release record(Draft draft) {
        String doing = "Recording a release of environment " + draft.environmentId();
        return transactions.run(doing, handle -> {
            EnvironmentRows.lockLiving(handle, doing, draft.environmentId());
            int number = handle.createQuery(
                            "SELECT COALESCE(MAX(release_number), 0) + 1 FROM release_record WHERE environment_id = :id")
                    .bind("id", draft.environmentId())
                    .mapTo(Integer.class)
                    .one();
            OperationRows.nameRelease(handle, doing, draft.environmentId(), draft.operation(), number);
            insert(handle, draft, number);
            return find(handle, draft.environmentId(), number).orElseThrow();
        });
    }

    @Override
    public Optional<Release> find(UUID environmentId, int number) {
        return transactions.run(
                "Reading release " + number + " of environment " + environmentId,
                handle -> find(handle, environmentId, number));
    }

    @Override
    public List<Release> list(UUID environmentId, int limit) {
        return list(environmentId, Integer.MAX_VALUE, limit);
    }

    @Override
    public List<Release> list(UUID environmentId, int before, int limit) {
        return transactions.run("Listing the releases of environment " + environmentId, handle -> handle.createQuery(
                        "SELECT * FROM release_record WHERE environment_id = :id AND release_number < :before"
                                + " ORDER BY release_number DESC FETCH FIRST :limit ROWS ONLY")
                .bind("id", environmentId)
                .bind("before", before)
                .bind("limit", limit)
                .map(JdbcReleases::release)
                .list());
    }

    @Override
    public List<Release> current(Collection<UUID> environments) {
        return environments.isEmpty()
                ? List.of()
                : transactions.run("Reading the current releases of environments", handle -> handle.createQuery(
                                "SELECT r.* FROM environment e JOIN release_record r ON r.environment_id = e.id"
                                        + " AND r.release_number = e.release_number WHERE e.id IN (<ids>)")
                        .bindList("ids", List.copyOf(environments))
                        .map(JdbcReleases::release)
                        .list());
    }

    private void insert(Handle handle, Draft draft, int number) {
        String inputs = draft.artifact() instanceof Artifact.Image image ? image.inputs() : "";
        handle.createUpdate("INSERT INTO release_record (environment_id, release_number, revision, artifact, inputs,"
                        + " variables, target, settings, build_server, deploy_server, operation_id, recorded_at)"
                        + " VALUES (:environment, :number, :revision, :artifact, NULLIF(:inputs, ''), :variables, :target,"
                        + " :settings, :buildServer, :deployServer, :operation, :now)")
                .bind("environment", draft.environmentId())
                .bind("number", number)
                .bind("revision", StoredJson.write(Revision.class, draft.revision()))
                .bind("artifact", StoredJson.write(Artifact.class, draft.artifact()))
                .bind("inputs", inputs)
                .bind("variables", StoredJson.write(VARIABLES, draft.variables()))
                .bind("target", draft.target())
                .bind("settings", StoredJson.write(JsonNode.class, draft.settings()))
                .bind("buildServer", draft.buildServer())
                .bind("deployServer", draft.deployServer())
                .bind("operation", draft.operation())
                .bind("now", clock.instant())
                .execute();
    }

    private static Optional<Release> find(Handle handle, UUID environmentId, int number) {
        return handle.createQuery(
                        "SELECT * FROM release_record WHERE environment_id = :id AND release_number = :number")
                .bind("id", environmentId)
                .bind("number", number)
                .map(JdbcReleases::release)
                .findOne();
    }

    private static Release release(ResultSet row, StatementContext context) throws SQLException {
        return new Release(
                row.getObject("environment_id", UUID.class),
                row.getInt("release_number"),
                StoredJson.read(Revision.class, row.getString("revision")),
                StoredJson.read(Artifact.class, row.getString("artifact")),
                StoredJson.read(VARIABLES, row.getString("variables")),
                row.getString("target"),
                StoredJson.read(JsonNode.class, row.getString("settings")),
                row.getString("build_server"),
                row.getString("deploy_server"),
                row.getLong("operation_id"),
                SqlTypes.time(row, "recorded_at"));
    }
}
