package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.OperationStep;
import io.jenkins.plugins.hades.model.PushCause;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The operations of a store: a queue per environment, in the order of their ids. */
public interface OperationStore {
    /**
     * Records a request at the end of its environment's queue. Deployments that still wait there and whose place it takes are superseded: see
     * {@link Operation#supersedes}.
     *
     * @return the new operation
     */
    Operation submit(UUID environmentId, OperationRequest request, String actor, String origin);

    /** As {@link #submit(UUID, OperationRequest, String, String)}, for a push. */
    Operation submit(UUID environmentId, OperationRequest request, String actor, String origin, PushCause push);

    /** The operation of this id. */
    Optional<Operation> find(long id);

    /** Operations, newest first; of one environment if it is given; before this id if it is greater than 0. */
    List<Operation> list(Optional<UUID> environmentId, long before, int limit);

    /** The operations that a query means, in its order. */
    List<Operation> list(OperationQuery query);

    /** The operations of these ids that there are. */
    List<Operation> find(Collection<Long> ids);

    /** The operation that runs in each of these environments; where none runs, the newest; no entry where there is none. */
    Map<UUID, Operation> last(Collection<UUID> environments);

    /** Operations that have not ended, in the order of their ids. */
    List<Operation> open();

    /**
     * Takes the oldest queued operation whose environment has none running and whose environment nobody else holds, and marks it running
     * under this owner; its attempts go up by one.
     */
    Optional<Operation> claim(String owner);

    /** Says that this owner's running operations live. */
    void heartbeat(String owner);

    /**
     * Running operations whose owner is another, and has not been heard of for this long; with zero, all of other owners.
     */
    List<Operation> abandoned(String owner, Duration silence);

    /** Puts a running operation back into the queue, under its id, as if it had not begun; its steps are removed. */
    void requeue(long id);

    /** Asks that an operation be cancelled: one that waits ends at once, for one that runs the wish is recorded. */
    Operation requestCancel(long id, String actor);

    /** Ends an operation, and its step that goes on. Ending one that ended changes nothing. */
    Operation end(long id, OperationStatus status, String outcome);

    /** Notes which release a running operation re-applies. */
    void applies(long id, int release);

    /** Ends an operation as failed, with the class of failure. Ending one that ended changes nothing. */
    Operation fail(long id, ErrorKind failure, String outcome);

    /** Begins a step, and ends the one before. */
    OperationStep beginStep(long id, String name);

    /** The steps of an operation, in their order. */
    List<OperationStep> steps(long id);
}
