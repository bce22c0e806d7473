package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.VariableVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** Reads and adds versions of variables. */
final class VariableRows {
    private static final String CURRENT = "SELECT v.* FROM variable_version v WHERE v.environment_id = :environment"
            + " AND NOT v.removed AND v.version = (SELECT MAX(w.version) FROM variable_version w"
            + " WHERE w.environment_id = v.environment_id AND w.scope = v.scope AND w.name = v.name)";

    private VariableRows() {}

    /** The variables of now. */
    static List<VariableRow> current(Handle handle, UUID environmentId) {
        return handle.createQuery(CURRENT).bind("environment", environmentId).map(VariableRows::read).stream()
                .sorted(VariableRow.ORDER)
                .toList();
    }

    /** All versions, the newest first; secret values are not read. */
    static List<VariableVersion> history(Handle handle, UUID environmentId) {
        return handle.createQuery("SELECT name, scope, version, removed, build_phase, run_phase, secret, plain, actor,"
                        + " changed_at FROM variable_version WHERE environment_id = :environment"
                        + " ORDER BY changed_at DESC, scope, name, version DESC")
                .bind("environment", environmentId)
                .map((row, context) -> new VariableVersion(
                        row.getString("name"),
                        Scope.valueOf(row.getString("scope")),
                        row.getInt("version"),
                        row.getBoolean("removed"),
                        phases(row),
                        row.getBoolean("secret"),
                        Optional.ofNullable(row.getString("plain")).orElse(""),
                        row.getString("actor"),
                        SqlTypes.time(row, "changed_at")))
                .list();
    }

    /** The newest version of a variable, which may be its removal. */
    static Optional<VariableRow> newest(Handle handle, UUID environmentId, Scope scope, String name) {
        return handle.createQuery("SELECT * FROM variable_version WHERE environment_id = :environment"
                        + " AND scope = :scope AND name = :name ORDER BY version DESC FETCH FIRST 1 ROW ONLY")
                .bind("environment", environmentId)
                .bind("scope", scope.name())
                .bind("name", name)
                .map(VariableRows::read)
                .findOne();
    }

    /** One version of a variable. */
    static Optional<VariableRow> version(Handle handle, UUID environmentId, Scope scope, String name, int version) {
        return handle.createQuery("SELECT * FROM variable_version WHERE environment_id = :environment"
                        + " AND scope = :scope AND name = :name AND version = :version")
                .bind("environment", environmentId)
                .bind("scope", scope.name())
                .bind("name", name)
                .bind("version", version)
                .map(VariableRows::read)
                .findOne();
    }

    /** A secret of now, of any environment that is not gone, if there is one. */
    static Optional<VariableRow> anySealed(Handle handle) {
        return handle.createQuery("SELECT v.* FROM variable_version v JOIN environment e ON e.id = v.environment_id"
                        + " WHERE v.sealed IS NOT NULL AND e.living_name IS NOT NULL AND v.version ="
                        + " (SELECT MAX(w.version) FROM variable_version w WHERE w.environment_id = v.environment_id"
                        + " AND w.scope = v.scope AND w.name = v.name) FETCH FIRST 1 ROW ONLY")
                .map(VariableRows::read)
                .findOne();
    }

    /** Adds a version. */
    static void insert(Handle handle, VariableRow row, String actor, Instant at) {
        Update insert =
                handle.createUpdate("INSERT INTO variable_version (environment_id, scope, name, version, removed,"
                        + " build_phase, run_phase, secret, plain, sealed, actor, changed_at) VALUES (:environment, :scope, :name,"
                        + " :version, :removed, :build, :run, :secret, :plain, :sealed, :actor, :at)");
        row.plain()
                .ifPresentOrElse(plain -> insert.bind("plain", plain), () -> insert.bindNull("plain", Types.VARCHAR));
        row.sealed()
                .ifPresentOrElse(
                        bytes -> insert.bind("sealed", bytes), () -> insert.bindNull("sealed", Types.VARBINARY));
        insert.bind("environment", row.environmentId())
                .bind("scope", row.scope().name())
                .bind("name", row.name())
                .bind("version", row.version())
                .bind("removed", row.removed())
                .bind("build", row.phases().contains(Phase.BUILD))
                .bind("run", row.phases().contains(Phase.RUN))
                .bind("secret", row.secret())
                .bind("actor", actor)
                .bind("at", at)
                .execute();
    }

    private static Set<Phase> phases(ResultSet row) throws SQLException {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        if (row.getBoolean("build_phase")) {
            phases.add(Phase.BUILD);
        }
        if (row.getBoolean("run_phase")) {
            phases.add(Phase.RUN);
        }
        return phases;
    }

    private static VariableRow read(ResultSet row, StatementContext context) throws SQLException {
        return new VariableRow(
                row.getObject("environment_id", UUID.class),
                Scope.valueOf(row.getString("scope")),
                row.getString("name"),
                row.getInt("version"),
                row.getBoolean("removed"),
                phases(row),
                row.getBoolean("secret"),
                Optional.ofNullable(row.getString("plain")),
                Optional.ofNullable(row.getBytes("sealed")));
    }
}
