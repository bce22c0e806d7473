package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the queues must do on every database: who comes next, who waits, who gives way, who is put back. */
abstract class OperationQueueContract extends QueuesContract {
    OperationQueueContract(StoreBed bed) {
        super(bed);
    }

    @Test
    void anEnvironmentRunsOneOperationAtATimeInTheOrderOfTheirIds() {
        Operation first = submit(production, RESTART);
        Operation second = submit(production, RESTART);
        Operation other = submit(staging, RESTART);
        clock.forward(Duration.ofSeconds(5));

        Operation claimed = store.operations().claim("engine").orElseThrow();
        assertThat(claimed.id()).isEqualTo(first.id());
        assertThat(claimed.status()).isEqualTo(OperationStatus.RUNNING);
        assertThat(claimed.owner()).isEqualTo("engine");
        assertThat(claimed.startedAt()).contains(clock.instant());
        assertThat(claimed.heartbeat()).contains(clock.instant());
        assertThat(claimedId()).hasValue(other.id());
        assertThat(claimedId()).isEmpty();

        store.operations().end(first.id(), OperationStatus.FAILED, "It broke");
        assertThat(claimedId()).hasValue(second.id());
        assertThat(claimedId()).isEmpty();
    }

    @Test
    void aNewerDeploymentSupersedesThoseThatWaitAndNothingElse() {
        Operation running = submit(production, DEPLOY);
        store.operations().claim("engine");
        Operation waiting = submit(production, DEPLOY);
        Operation restart = submit(production, RESTART);
        Operation foreign = submit(staging, DEPLOY);

        Operation newer = submit(production, OperationRequest.deploy("other"));

        Operation superseded = found(waiting);
        assertThat(superseded.status()).isEqualTo(OperationStatus.SUPERSEDED);
        assertThat(superseded.outcome()).contains("operation " + newer.id());
        assertThat(superseded.endedAt()).contains(clock.instant());
        assertThat(found(running).status()).isEqualTo(OperationStatus.RUNNING);
        assertThat(found(restart).status()).isEqualTo(OperationStatus.QUEUED);
        assertThat(found(foreign).status()).isEqualTo(OperationStatus.QUEUED);
    }

    @Test
    void aBranchJobsDeploymentSupersedesOnlyThoseOfItsBranch() {
        Operation byHand = submit(production, DEPLOY);
        Operation main = submit(production, ofBranch("main"));

        Operation feature = submit(production, ofBranch("feature"));
        Operation again = submit(production, ofBranch("feature"));

        assertThat(found(byHand).status()).isEqualTo(OperationStatus.QUEUED);
        assertThat(found(main).status()).isEqualTo(OperationStatus.QUEUED);
        assertThat(found(feature).status()).isEqualTo(OperationStatus.SUPERSEDED);
        Operation newest = submit(production, DEPLOY);
        assertThat(List.of(found(byHand), found(main), found(again)))
                .extracting(Operation::outcome)
                .containsOnly("Superseded by operation " + newest.id());
    }

    @Test
    void otherKindsDoNotSupersedeADeployment() {
        Operation waiting = submit(production, DEPLOY);

        submit(production, OperationRequest.rollback(1));
        submit(production, OperationRequest.of(OperationKind.REDEPLOY));

        assertThat(found(waiting).status()).isEqualTo(OperationStatus.QUEUED);
    }

    @Test
    void anEnvironmentThatSomebodyElseHoldsWaitsUntilTheLockEnds() {
        Operation waiting = submit(production, DEPLOY);
        store.locks().acquire(production, "bob", "Incident 7", Duration.ofHours(1));
        assertThat(claimedId()).isEmpty();

        Operation other = submit(staging, DEPLOY);
        assertThat(claimedId()).hasValue(other.id());

        clock.forward(Duration.ofHours(1));
        assertThat(claimedId()).hasValue(waiting.id());
    }

    @Test
    void whoHoldsAnEnvironmentMayWorkOnIt() {
        Operation alices = submit(production, RESTART);
        Operation bobs = store.operations().submit(production, RESTART, "bob", "cli");
        store.locks().acquire(production, "bob", "Incident 7", Duration.ofHours(1));

        assertThat(claimedId()).hasValue(bobs.id());
        store.operations().end(bobs.id(), OperationStatus.SUCCEEDED, "");
        assertThat(claimedId()).isEmpty();

        store.locks().release(production, "bob");
        store.locks().acquire(production, "engine", "", Duration.ofHours(1));
        assertThat(claimedId()).hasValue(alices.id());
    }

    @Test
    void cancellingWhatWaitsEndsItAtOnce() {
        Operation waiting = submit(production, DEPLOY);

        Operation cancelled = store.operations().requestCancel(waiting.id(), "bob");

        assertThat(cancelled.status()).isEqualTo(OperationStatus.CANCELLED);
        assertThat(cancelled.cancelRequested()).contains("bob");
        assertThat(cancelled.outcome()).contains("bob");
        assertThat(cancelled.endedAt()).contains(clock.instant());
        assertThat(claimedId()).isEmpty();
    }

    @Test
    void anOperationPutBackBeginsAnewAtItsPlace() {
        Operation operation = submit(production, RESTART);
        Operation next = submit(production, RESTART);
        store.operations().claim("dead");
        store.operations().beginStep(operation.id(), "Restart");

        store.operations().requeue(operation.id());

        Operation back = found(operation);
        assertThat(back.status()).isEqualTo(OperationStatus.QUEUED);
        assertThat(back.owner()).isEmpty();
        assertThat(back.attempts()).isEqualTo(1);
        assertThat(back.heartbeat()).isEmpty();
        assertThat(back.startedAt()).isEmpty();
        assertThat(store.operations().steps(operation.id())).isEmpty();
        assertThat(claimedId()).hasValue(operation.id());
        assertThat(found(operation).attempts()).isEqualTo(2);
        store.operations().end(operation.id(), OperationStatus.SUCCEEDED, "");
        assertThat(claimedId()).hasValue(next.id());
        assertThatThrownBy(() -> store.operations().requeue(operation.id()))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
    }

    @Test
    void anOperationPutBackIsCancelledOrSupersededAsItsQueueWouldHaveDone() {
        Operation cancelled = submit(production, RESTART);
        Operation superseded = submit(staging, DEPLOY);
        store.operations().claim("dead");
        store.operations().claim("dead");
        store.operations().requestCancel(cancelled.id(), "bob");
        Operation newer = submit(staging, DEPLOY);

        store.operations().requeue(cancelled.id());
        store.operations().requeue(superseded.id());

        assertThat(found(cancelled).status()).isEqualTo(OperationStatus.CANCELLED);
        assertThat(found(superseded).status()).isEqualTo(OperationStatus.SUPERSEDED);
        assertThat(claimedId()).hasValue(newer.id());
        assertThat(claimedId()).isEmpty();
    }

    @Test
    void operationsOfAnOwnerThatFellSilentAreAbandoned() {
        Operation silent = submit(production, DEPLOY);
        store.operations().claim("old");
        clock.forward(Duration.ofSeconds(40));
        Operation living = submit(staging, DEPLOY);
        store.operations().claim("other");
        Duration silence = Duration.ofSeconds(30);

        assertThat(store.operations().abandoned("new", silence))
                .extracting(Operation::id)
                .containsExactly(silent.id());
        assertThat(store.operations().abandoned("new", Duration.ZERO))
                .extracting(Operation::id)
                .containsExactly(silent.id(), living.id());
        assertThat(store.operations().abandoned("old", Duration.ZERO))
                .extracting(Operation::id)
                .containsExactly(living.id());

        store.operations().heartbeat("old");
        assertThat(store.operations().abandoned("new", silence)).isEmpty();
    }

    private static OperationRequest ofBranch(String branch) {
        return DEPLOY.fromBranchJob(Optional.of(branch));
    }
}
