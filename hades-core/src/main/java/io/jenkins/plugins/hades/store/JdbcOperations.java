package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.OperationStep;
import io.jenkins.plugins.hades.model.PushCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The operations in the database. */
final class JdbcOperations implements OperationStore {
    private final Transactions transactions;
    private final Clock clock;

    JdbcOperations(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Operation submit(UUID environmentId, OperationRequest request, String actor, String origin) {
        return submit(asked(environmentId, request, actor, origin, Optional.empty()));
    }

    @Override
    public Operation submit(UUID environmentId, OperationRequest request, String actor, String origin, PushCause push) {
        return submit(asked(environmentId, request, actor, origin, Optional.of(push)));
    }

    private Operation submit(Operation asked) {
        UUID environmentId = asked.environmentId();
        OperationRequest request = asked.request();
        String doing = "Queueing a " + request.kind() + " of environment " + environmentId;
        return transactions.run(doing, handle -> {
            EnvironmentRows.lockLiving(handle, doing, environmentId);
            return OperationQueue.add(handle, asked);
        });
    }

    @Override
    public Optional<Operation> find(long id) {
        return transactions.run("Reading operation " + id, handle -> OperationRows.find(handle, id));
    }

    @Override
    public List<Operation> list(Optional<UUID> environmentId, long before, int limit) {
        return list(OperationQuery.newest(environmentId, before, limit));
    }

    @Override
    public List<Operation> list(OperationQuery query) {
        return transactions.run("Listing operations", handle -> OperationSearch.list(handle, query));
    }

    @Override
    public List<Operation> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : transactions.run("Reading operations", handle -> handle.createQuery(
                                "SELECT * FROM operation WHERE id IN (<ids>) ORDER BY id")
                        .bindList("ids", List.copyOf(ids))
                        .map(OperationRows::operation)
                        .list());
    }

    @Override
    public Map<UUID, Operation> last(Collection<UUID> environments) {
        return transactions.run(
                "Reading the last operations of environments", handle -> OperationSearch.last(handle, environments));
    }

    @Override
    public List<Operation> open() {
        return transactions.run("Listing the operations that have not ended", handle -> handle.createQuery(
                        "SELECT * FROM operation WHERE status IN ('QUEUED', 'RUNNING') ORDER BY id")
                .map(OperationRows::operation)
                .list());
    }

    @Override
    public Optional<Operation> claim(String owner) {
        if (owner.isEmpty()) {
            throw new IllegalArgumentException("An operation is claimed by an owner with a name");
        }
        String doing = "Taking the next operation for " + owner;
        while (true) {
            Optional<Operation> next =
                    transactions.run(doing, handle -> OperationQueue.next(handle, owner, clock.instant()));
            if (next.isEmpty()) {
                return next;
            }
            Optional<Operation> begun =
                    transactions.run(doing, handle -> OperationQueue.begin(handle, next.get(), owner, clock.instant()));
            if (begun.isPresent()) {
                return begun;
            }
        }
    }

    @Override
    public void heartbeat(String owner) {
        transactions.run("Recording that " + owner + " lives", handle -> handle.createUpdate(
                        "UPDATE operation SET heartbeat = :now WHERE status = 'RUNNING' AND owner = :owner")
                .bind("owner", owner)
                .bind("now", clock.instant())
                .execute());
    }

    @Override
    public List<Operation> abandoned(String owner, Duration silence) {
        Instant heard = clock.instant().minus(silence);
        return transactions.run("Looking for abandoned operations", handle -> handle.createQuery(
                        "SELECT * FROM operation WHERE status = 'RUNNING' AND owner <> :owner"
                                + " AND (:all OR heartbeat < :heard) ORDER BY id")
                .bind("owner", owner)
                .bind("all", silence.isZero())
                .bind("heard", heard)
                .map(OperationRows::operation)
                .list());
    }

    @Override
    public void requeue(long id) {
        String doing = "Putting operation " + id + " back into the queue";
        transactions.run(doing, handle -> {
            Operation operation = OperationRows.lock(handle, doing, id);
            if (operation.status().ended()) {
                throw new HadesException(ErrorKind.CONFLICT, doing, "it has ended: " + operation.status(), "");
            }
            return operation.status() == OperationStatus.RUNNING && putBack(handle, operation);
        });
    }

    @Override
    public Operation requestCancel(long id, String actor) {
        String doing = "Cancelling operation " + id;
        return transactions.run(doing, handle -> {
            Operation operation = OperationRows.lock(handle, doing, id);
            if (!operation.status().ended() && operation.cancelRequested().isEmpty()) {
                handle.createUpdate("UPDATE operation SET cancel_requested = :actor WHERE id = :id")
                        .bind("id", id)
                        .bind("actor", actor)
                        .execute();
            }
            if (operation.status() == OperationStatus.QUEUED) {
                OperationRows.end(handle, id, OperationStatus.CANCELLED, cancelledBy(actor), clock.instant());
            }
            return OperationRows.find(handle, id).orElseThrow();
        });
    }

    @Override
    public Operation end(long id, OperationStatus status, String outcome) {
        if (!status.ended()) {
            throw new IllegalArgumentException("An operation does not end as " + status);
        }
        return end(id, status, Optional.empty(), outcome);
    }

    @Override
    public Operation fail(long id, ErrorKind failure, String outcome) {
        return end(id, OperationStatus.FAILED, Optional.of(failure), outcome);
    }

    private Operation end(long id, OperationStatus status, Optional<ErrorKind> failure, String outcome) {
        String doing = "Ending operation " + id + " as " + status;
        return transactions.run(doing, handle -> {
            Operation operation = OperationRows.lock(handle, doing, id);
            if (!operation.status().ended()) {
                OperationRows.end(handle, id, status, outcome, clock.instant());
                failure.ifPresent(kind -> OperationRows.classify(handle, id, kind));
            }
            return OperationRows.find(handle, id).orElseThrow();
        });
    }

    @Override
    public void applies(long id, int release) {
        String doing = "Recording that operation " + id + " re-applies release " + release;
        transactions.run(doing, handle -> {
            Operation operation = OperationRows.lock(handle, doing, id);
            OperationRows.nameRelease(handle, doing, operation.environmentId(), id, release);
            return release;
        });
    }

    @Override
    public OperationStep beginStep(long id, String name) {
        String doing = "Recording step " + name + " of operation " + id;
        return transactions.run(doing, handle -> {
            Operation operation = OperationRows.lock(handle, doing, id);
            if (operation.status() != OperationStatus.RUNNING) {
                throw new HadesException(ErrorKind.CONFLICT, doing, "it does not run: " + operation.status(), "");
            }
            Instant now = clock.instant();
            OperationRows.endStep(handle, id, false, now);
            return OperationRows.addStep(handle, id, name, now);
        });
    }

    @Override
    public List<OperationStep> steps(long id) {
        return transactions.run("Reading the steps of operation " + id, handle -> handle.createQuery(
                        "SELECT * FROM operation_step WHERE operation_id = :id ORDER BY step_position")
                .bind("id", id)
                .map(OperationRows::step)
                .list());
    }

    /** What its environment's queue would have done to it meanwhile is done now: a cancel, a newer deployment. */
    private boolean putBack(Handle handle, Operation operation) {
        long id = operation.id();
        OperationQueue.putBack(handle, id);
        OptionalLong newer = OperationQueue.successor(handle, operation);
        if (operation.cancelRequested().isPresent()) {
            String outcome = cancelledBy(operation.cancelRequested().get());
            OperationRows.end(handle, id, OperationStatus.CANCELLED, outcome, clock.instant());
        } else if (newer.isPresent()) {
            String outcome = OperationQueue.supersededBy(newer.getAsLong());
            OperationRows.end(handle, id, OperationStatus.SUPERSEDED, outcome, clock.instant());
        }
        return true;
    }

    private Operation asked(
            UUID environmentId, OperationRequest request, String actor, String origin, Optional<PushCause> push) {
        return new Operation(
                0,
                environmentId,
                request,
                OperationStatus.QUEUED,
                actor,
                origin,
                "op-" + UUID.randomUUID(),
                "",
                0,
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                "",
                Optional.empty(),
                push);
    }

    private static String cancelledBy(String actor) {
        return "Cancelled by " + actor + " before it began";
    }
}
