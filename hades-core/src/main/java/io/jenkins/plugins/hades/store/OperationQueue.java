package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.PushCause;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The queues of the environments: what enters, what leaves, and who comes next. */
final class OperationQueue {
    /** The operations whose turn it is: see {@link OperationStore#claim}. */
    private static final String MAY_BEGIN = " o.status = 'QUEUED'"
            + " AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.running_in = o.environment_id)"
            + " AND NOT EXISTS (SELECT 1 FROM environment_lock l WHERE l.environment_id = o.environment_id"
            + " AND l.held_until > :now AND l.holder <> :owner AND l.holder <> o.actor)";

    private OperationQueue() {}

    /** Adds an operation at the end, and supersedes the deployments before it if it is one. */
    static Operation add(Handle handle, Operation operation) {
        long id = handle.createUpdate(
                        "INSERT INTO operation (environment_id, kind, request, status, actor, origin, token,"
                                + " owner, attempts, requested_at, outcome, push) VALUES (:environment, :kind, :request, 'QUEUED', :actor, :origin,"
                                + " :token, '', 0, :now, '', :push)")
                .bind("environment", operation.environmentId())
                .bind("kind", operation.request().kind().name())
                .bind("request", StoredJson.write(OperationRequest.class, operation.request()))
                .bind("actor", operation.actor())
                .bind("origin", operation.origin())
                .bind("token", operation.token())
                .bind("now", operation.requestedAt())
                .bind(
                        "push",
                        operation
                                .push()
                                .map(push -> StoredJson.write(PushCause.class, push))
                                .orElse(null))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        Operation added = OperationRows.find(handle, id).orElseThrow();
        waitingDeployments(handle, operation.environmentId())
                .filter(added::supersedes)
                .forEach(older -> OperationRows.end(
                        handle, older.id(), OperationStatus.SUPERSEDED, supersededBy(id), operation.requestedAt()));
        return added;
    }

    /** The operation whose turn it is now. */
    static Optional<Operation> next(Handle handle, String owner, Instant now) {
        return handle.createQuery(
                        "SELECT o.* FROM operation o WHERE" + MAY_BEGIN + " ORDER BY o.id FETCH FIRST 1 ROW ONLY")
                .bind("owner", owner)
                .bind("now", now)
                .map(OperationRows::operation)
                .findOne();
    }

    /** Marks an operation running if it is still its turn. */
    static Optional<Operation> begin(Handle handle, Operation operation, String owner, Instant now) {
        EnvironmentRows.lock(handle, "Beginning operation " + operation.id(), operation.environmentId());
        int begun = handle.createUpdate(
                        "UPDATE operation o SET status = 'RUNNING', owner = :owner, attempts = attempts + 1, heartbeat = :now,"
                                + " started_at = :now WHERE o.id = :id AND" + MAY_BEGIN)
                .bind("id", operation.id())
                .bind("owner", owner)
                .bind("now", now)
                .execute();
        return begun == 0 ? Optional.empty() : OperationRows.find(handle, operation.id());
    }

    /** The deployment in an operation's queue that takes its place, if it waits again. */
    static OptionalLong successor(Handle handle, Operation operation) {
        return waitingDeployments(handle, operation.environmentId())
                .filter(newer -> newer.supersedes(operation))
                .mapToLong(Operation::id)
                .max();
    }

    /** Puts a running operation back to its place. */
    static void putBack(Handle handle, long id) {
        handle.createUpdate("DELETE FROM operation_step WHERE operation_id = :id")
                .bind("id", id)
                .execute();
        handle.createUpdate("UPDATE operation SET status = 'QUEUED', owner = '', heartbeat = NULL, started_at = NULL,"
                        + " release_number = NULL WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** What becomes of a deployment when a newer one takes its place. */
    static String supersededBy(long newer) {
        return "Superseded by operation " + newer;
    }

    private static Stream<Operation> waitingDeployments(Handle handle, UUID environmentId) {
        return handle
                .createQuery("SELECT * FROM operation WHERE environment_id = :environment AND status = 'QUEUED'"
                        + " AND kind = 'DEPLOY'")
                .bind("environment", environmentId)
                .map(OperationRows::operation)
                .list()
                .stream();
    }
}
