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
import org.junit.jupiter.api.Test;

/** What operations must keep on every database: what was asked, how it went, how it ended. */
abstract class OperationStoreContract extends QueuesContract {
    OperationStoreContract(StoreBed bed) {
        super(bed);
    }

    @Test
    void anOperationIsReadAsItWasAskedFor() {
        OperationRequest request = new OperationRequest(
                OperationKind.DEPLOY,
                Optional.of("feature/$(x) 'y'"),
                Optional.empty(),
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

    private static List<Long> ids(List<Operation> operations) {
        return operations.stream().map(Operation::id).toList();
    }
}
