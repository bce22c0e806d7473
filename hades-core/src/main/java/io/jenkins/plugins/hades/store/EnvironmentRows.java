package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.FailureReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The rows of environments. Whatever changes an environment or anything of it (its lock, variables, releases, operations) locks its row
 * first: so changes of one environment happen one after the other, and no two of them wait for each other.
 */
final class EnvironmentRows {
    private EnvironmentRows() {}

    /** The environment of this identity, its row locked until the transaction ends. */
    static Environment lock(Handle handle, String doing, UUID id) {
        return handle.createQuery("SELECT * FROM environment WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(EnvironmentRows::environment)
                .findOne()
                .orElseThrow(() -> missing(doing, id));
    }

    /** The same, for what cannot be done to an environment that is gone. */
    static Environment lockLiving(Handle handle, String doing, UUID id) {
        Environment environment = lock(handle, doing, id);
        if (environment.status() == EnvironmentStatus.GONE) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    doing,
                    "environment " + environment.name() + " is gone",
                    "Deploy an environment of that name anew");
        }
        return environment;
    }

    /** Reads one. */
    static Environment environment(ResultSet row, StatementContext context) throws SQLException {
        return new Environment(
                row.getObject("id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getString("name"),
                EnvironmentStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("reason")).map(FailureReason::valueOf),
                row.getString("detail"),
                row.getInt("release_number"),
                SqlTypes.time(row, "since"),
                row.getString("url"));
    }

    private static HadesException missing(String doing, UUID id) {
        return new HadesException(ErrorKind.NOT_FOUND, doing, "there is no environment " + id, "");
    }
}
