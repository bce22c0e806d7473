package io.jenkins.plugins.hades.model;

import io.jenkins.plugins.hades.error.ErrorKind;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One durable run of something done to an environment.
 *
 * @param id counts the operations of the store, from 1
 * @param environmentId what it is done to
 * @param request what was asked for
 * @param status how far it is
 * @param actor who asked: a user's id, or {@code "timer"}
 * @param origin by what: {@code "cli"}, {@code "api"}, {@code "step <job> #<number>"}, {@code "push <delivery>"}
 * @param token marks everything it starts on servers
 * @param owner the process that works on it; empty while queued and after its end
 * @param attempts how often the work was begun: more than once after its process died early
 * @param heartbeat when the owner last said that it lives
 * @param cancelRequested who asked to cancel it, if somebody did
 * @param requestedAt when it was recorded
 * @param startedAt when the work began
 * @param endedAt when it ended
 * @param release the release it made or re-applied, if it came so far
 * @param outcome what became of it, for people; empty until it ended. It may have several lines, and holds no secret and no control characters
 * @param failure the class of failure, where it failed
 * @param push the push that it was begun for, if it was for one
 */
public record Operation(
        long id,
        UUID environmentId,
        OperationRequest request,
        OperationStatus status,
        String actor,
        String origin,
        String token,
        String owner,
        int attempts,
        Optional<Instant> heartbeat,
        Optional<String> cancelRequested,
        Instant requestedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        OptionalInt release,
        String outcome,
        Optional<ErrorKind> failure,
        Optional<PushCause> push) {
    /**
     * Whether this deployment takes the place of an older one of its environment that still waits. That of a branch's job takes only the place of
     * the same branch's: whether the environment admits the branch is found out when its turn comes, and a branch that is then refused must not
     * have pushed another's deployment out. That of a push takes only the place of other pushes', and of nothing that somebody asked for.
     */
    public boolean supersedes(Operation older) {
        return request.kind() == OperationKind.DEPLOY
                && older.request.kind() == OperationKind.DEPLOY
                && older.environmentId.equals(environmentId)
                && older.id < id
                && (push.isPresent() ? older.push.isPresent() : branchAllows(older));
    }

    private boolean branchAllows(Operation older) {
        Optional<String> branch = request.branchJob();
        return branch.isEmpty() || branch.equals(older.request.branchJob());
    }
}
