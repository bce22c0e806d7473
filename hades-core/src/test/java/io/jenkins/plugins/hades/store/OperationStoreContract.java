package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.OperationStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class OperationStoreContract extends StoreContract {
    OperationStoreContract(StoreBed bed) {
        super(bed);
    }

    private static final OperationRequest DEPLOY = OperationRequest.deploy("main");
    private static final OperationRequest RESTART = OperationRequest.of(OperationKind.RESTART);

    private UUID production;
    private UUID staging;

    @BeforeEach
    void defineEnvironments() {
        production = environment("production").id();
        staging = environment("staging").id();
    }

    @Test
    void anOperationIsReadAsItWasAskedFor() {
        OperationRequest request = new OperationRequest(
                OperationKind.DEPLOY,
                Optional.of("feature/$(x) 'y'"),
                OptionalInt.of(7),
                Optional.of("build-1"),
                Optional.of("deploy-1"),
                Optional.of("main"),
                Optional.of("deploy/hades.yml"),
                Duration.ofMinutes(90),
                List.of("COLOUR"));

        Operation operation = store.operations().submit(production, request, "alice", "step site #5");
        reopen();

        assertThat(store.operations().find(operation.id())).contains(operation);
        assertThat(operation.request()).isEqualTo(request);
        assertThat(operation.status()).isEqualTo(OperationStatus.QUEUED);
        assertThat(operation.actor()).isEqualTo("alice");
        assertThat(operation.origin()).isEqualTo("step site #5");
        assertThat(operation.token()).matches("[A-Za-z0-9-]+");
        assertThat(operation.owner()).isEmpty();
        assertThat(operation.requestedAt()).isEqualTo(clock.instant());
        assertThat(operation.startedAt()).isEmpty();
        assertThat(operation.release()).isEmpty();
        assertThat(operation.outcome()).isEmpty();
    }

    @Test
    void operationsAreCountedFromOneAlsoAfterAReopening() {
        assertThat(submit(production, DEPLOY).id()).isEqualTo(1);
        assertThat(submit(production, RESTART).id()).isEqualTo(2);
        reopen();
        assertThat(submit(staging, DEPLOY).id()).isEqualTo(3);
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
    void cancellingWhatRunsRecordsTheFirstWish() {
        Operation running = submit(production, DEPLOY);
        store.operations().claim("engine");

        store.operations().requestCancel(running.id(), "bob");
        Operation asked = store.operations().requestCancel(running.id(), "carol");

        assertThat(asked.status()).isEqualTo(OperationStatus.RUNNING);
        assertThat(asked.cancelRequested()).contains("bob");
    }

    @Test
    void cancellingWhatEndedChangesNothing() {
        Operation operation = submit(production, DEPLOY);
        store.operations().claim("engine");
        Operation ended = store.operations().end(operation.id(), OperationStatus.SUCCEEDED, "Release 1");

        assertThat(store.operations().requestCancel(operation.id(), "bob")).isEqualTo(ended);
    }

    @Test
    void endingWhatEndedChangesNothing() {
        Operation operation = submit(production, DEPLOY);
        store.operations().claim("engine");
        Operation ended = store.operations().end(operation.id(), OperationStatus.SUCCEEDED, "Release 1");
        clock.forward(Duration.ofSeconds(1));

        Operation again = store.operations().end(operation.id(), OperationStatus.LOST, "?");

        assertThat(again).isEqualTo(ended);
        assertThat(ended.owner()).isEmpty();
        assertThat(ended.outcome()).isEqualTo("Release 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.operations().end(operation.id(), OperationStatus.RUNNING, ""));
    }

    @Test
    void theClassOfAFailureIsKept() {
        Operation operation = submit(production, DEPLOY);
        store.operations().claim("engine");

        Operation failed = store.operations().fail(operation.id(), ErrorKind.UNREACHABLE, "Nobody is there");
        Operation again = store.operations().fail(operation.id(), ErrorKind.FAILED, "?");

        assertThat(failed.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(failed.failure()).contains(ErrorKind.UNREACHABLE);
        assertThat(failed.outcome()).isEqualTo("Nobody is there");
        assertThat(again).isEqualTo(failed);
    }

    @Test
    void stepsFollowEachOther() {
        Operation operation = submit(production, DEPLOY);
        store.operations().claim("engine");
        Instant begin = clock.instant();

        store.operations().beginStep(operation.id(), "Fetch source");
        clock.forward(Duration.ofSeconds(2));
        store.operations().beginStep(operation.id(), "Build image");
        clock.forward(Duration.ofSeconds(3));
        store.operations().end(operation.id(), OperationStatus.FAILED, "No Dockerfile");

        assertThat(store.operations().steps(operation.id()))
                .containsExactly(
                        new OperationStep(
                                operation.id(), 1, "Fetch source", begin, Optional.of(begin.plusSeconds(2)), false),
                        new OperationStep(
                                operation.id(),
                                2,
                                "Build image",
                                begin.plusSeconds(2),
                                Optional.of(begin.plusSeconds(5)),
                                true));
        assertThatThrownBy(() -> store.operations().beginStep(operation.id(), "Ship"))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
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

    @Test
    void operationsAreListedNewestFirstPageByPage() {
        for (int count = 0; count < 5; count++) {
            submit(production, RESTART);
            submit(staging, RESTART);
        }

        assertThat(ids(store.operations().list(Optional.empty(), 0, 3))).containsExactly(10L, 9L, 8L);
        assertThat(ids(store.operations().list(Optional.empty(), 3, 10))).containsExactly(2L, 1L);
        assertThat(ids(store.operations().list(Optional.of(production), 7, 2))).containsExactly(5L, 3L);
        store.operations().requestCancel(1, "bob");
        assertThat(ids(store.operations().open())).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void outputWithZeroCharactersAndEmojiIsAnOutcomeToo() {
        Operation operation = submit(production, DEPLOY);

        Operation ended = store.operations().end(operation.id(), OperationStatus.FAILED, "a\0b \ud83d\ude80");

        assertThat(ended.outcome()).isEqualTo("a\ufffdb \ud83d\ude80");
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        assertThat(store.operations().find(99)).isEmpty();
        assertThatThrownBy(() -> store.operations().requestCancel(99, "bob"))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
        assertThatThrownBy(() -> submit(UUID.randomUUID(), DEPLOY))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
        store.environments().transition(production, EnvironmentStatus.GONE, Optional.empty(), "");
        assertThatThrownBy(() -> submit(production, DEPLOY))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
    }

    private Operation submit(UUID environment, OperationRequest request) {
        return store.operations().submit(environment, request, "alice", "cli");
    }

    private Operation found(Operation operation) {
        return store.operations().find(operation.id()).orElseThrow();
    }

    private Optional<Long> claimedId() {
        return store.operations().claim("engine").map(Operation::id);
    }

    private static List<Long> ids(List<Operation> operations) {
        return operations.stream().map(Operation::id).toList();
    }
}
