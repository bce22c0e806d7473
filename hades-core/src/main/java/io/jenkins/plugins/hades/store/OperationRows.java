package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.OperationStep;
import io.jenkins.plugins.hades.model.PushCause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads the rows of operations and of their steps, and changes them once their environment is locked. */
final class OperationRows {
    private OperationRows() {}

    /** The operation of this id. */
    static Optional<Operation> find(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM operation WHERE id = :id")
                .bind("id", id)
                .map(OperationRows::operation)
                .findOne();
    }

    /** The operation of this id as it is now that its environment's row is locked: until the transaction ends, nobody else changes it. */
    static Operation lock(Handle handle, String doing, long id) {
        Operation seen = find(handle, id)
                .orElseThrow(() -> new HadesException(ErrorKind.NOT_FOUND, doing, "there is no such operation", ""));
        EnvironmentRows.lock(handle, doing, seen.environmentId());
        return find(handle, id).orElseThrow();
    }

    /** Ends an operation that has not ended, and its step that goes on. */
    static void end(Handle handle, long id, OperationStatus status, String outcome, Instant now) {
        handle.createUpdate("UPDATE operation SET status = :status, owner = '', ended_at = :now, outcome = :outcome"
                        + " WHERE id = :id")
                .bind("id", id)
                .bind("status", status.name())
                .bind("now", now)
                .bind("outcome", outcome)
                .execute();
        endStep(handle, id, status != OperationStatus.SUCCEEDED, now);
    }

    /** Notes the class of an operation's failure. */
    static void classify(Handle handle, long id, ErrorKind failure) {
        handle.createUpdate("UPDATE operation SET failure = :failure WHERE id = :id")
                .bind("id", id)
                .bind("failure", failure.name())
                .execute();
    }

    /** Ends the step that goes on, if there is one. */
    static void endStep(Handle handle, long id, boolean failed, Instant now) {
        handle.createUpdate("UPDATE operation_step SET ended_at = :now, failed = :failed"
                        + " WHERE operation_id = :id AND ended_at IS NULL")
                .bind("id", id)
                .bind("failed", failed)
                .bind("now", now)
                .execute();
    }

    /** Adds a step after the others. */
    static OperationStep addStep(Handle handle, long id, String name, Instant now) {
        int position = handle.createQuery(
                        "SELECT COALESCE(MAX(step_position), 0) + 1 FROM operation_step WHERE operation_id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
        handle.createUpdate("INSERT INTO operation_step (operation_id, step_position, name, started_at, failed)"
                        + " VALUES (:id, :position, :name, :now, FALSE)")
                .bind("id", id)
                .bind("position", position)
                .bind("name", name)
                .bind("now", now)
                .execute();
        return new OperationStep(id, position, name, now, Optional.empty(), false);
    }

    /** Notes which release an operation made or re-applied. */
    static void nameRelease(Handle handle, String doing, UUID environmentId, long id, int release) {
        int named = handle.createUpdate(
                        "UPDATE operation SET release_number = :release WHERE id = :id AND environment_id = :environment")
                .bind("id", id)
                .bind("release", release)
                .bind("environment", environmentId)
                .execute();
        if (named == 0) {
            throw new HadesException(
                    ErrorKind.NOT_FOUND, doing, "the environment has no operation " + id + " that could make it", "");
        }
    }

    /** Reads an operation. */
    static Operation operation(ResultSet row, StatementContext context) throws SQLException {
        int release = row.getInt("release_number");
        OptionalInt named = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(release);
        return new Operation(
                row.getLong("id"),
                row.getObject("environment_id", UUID.class),
                StoredJson.read(OperationRequest.class, row.getString("request")),
                OperationStatus.valueOf(row.getString("status")),
                row.getString("actor"),
                row.getString("origin"),
                row.getString("token"),
                row.getString("owner"),
                row.getInt("attempts"),
                SqlTypes.optionalTime(row, "heartbeat"),
                Optional.ofNullable(row.getString("cancel_requested")),
                SqlTypes.time(row, "requested_at"),
                SqlTypes.optionalTime(row, "started_at"),
                SqlTypes.optionalTime(row, "ended_at"),
                named,
                row.getString("outcome"),
                Optional.ofNullable(row.getString("failure")).map(ErrorKind::valueOf),
                Optional.ofNullable(row.getString("push")).map(json -> StoredJson.read(PushCause.class, json)));
    }

    /** Reads a step. */
    static OperationStep step(ResultSet row, StatementContext context) throws SQLException {
        return new OperationStep(
                row.getLong("operation_id"),
                row.getInt("step_position"),
                row.getString("name"),
                SqlTypes.time(row, "started_at"),
                SqlTypes.optionalTime(row, "ended_at"),
                row.getBoolean("failed"));
    }
}
