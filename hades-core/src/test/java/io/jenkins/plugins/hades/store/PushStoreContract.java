package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Push;
import io.jenkins.plugins.hades.model.PushCause;
import io.jenkins.plugins.hades.model.PushRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class PushStoreContract extends StoreContract {
    PushStoreContract(StoreBed bed) {
        super(bed);
    }

    @Test
    void aDeliveryIsTakenOnceAlsoAfterAReopening() {
        assertThat(store.pushes().receive(push("one"))).isTrue();
        assertThat(store.pushes().receive(push("one"))).isFalse();
        reopen();
        assertThat(store.pushes().receive(push("one"))).isFalse();
        store.pushes().settle("one", PushStore.State.DONE);
        assertThat(store.pushes().receive(push("one"))).isFalse();
        assertThat(store.pushes().receive(push("two"))).isTrue();
    }

    @Test
    void whatWaitsIsFoundAgainAfterAReopeningInItsOrder() {
        store.pushes().receive(push("b"));
        clock.forward(Duration.ofSeconds(1));
        store.pushes().receive(push("a"));
        clock.forward(Duration.ofSeconds(1));
        store.pushes().receive(push("done"));
        store.pushes().settle("done", PushStore.State.DONE);
        reopen();

        assertThat(store.pushes().waiting()).containsExactly(push("b"), push("a"));
    }

    @Test
    void aDeliveryThatFailedMayBeSentAgain() {
        store.pushes().receive(push("one"));
        store.pushes().settle("one", PushStore.State.FAILED);

        assertThat(store.pushes().waiting()).isEmpty();
        assertThat(store.pushes().receive(push("one"))).isTrue();
        assertThat(store.pushes().receive(push("one"))).isFalse();
        assertThat(store.pushes().waiting()).containsExactly(push("one"));
    }

    @Test
    void deliveriesAreForgottenAfterTheirTimeButNotWhileTheyWait() {
        store.pushes().receive(push("waiting"));
        store.pushes().receive(push("done"));
        store.pushes().settle("done", PushStore.State.DONE);
        clock.forward(Duration.ofDays(PushStore.KEPT_DAYS).minusSeconds(1));
        assertThat(store.pushes().receive(push("done"))).isFalse();
        clock.forward(Duration.ofSeconds(1));

        assertThat(store.pushes().receive(push("done"))).isTrue();
        assertThat(store.pushes().receive(push("waiting"))).isFalse();
    }

    @Test
    void ofManyAtTheSameTimeOneIsTaken() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        Callable<Boolean> receive = () -> {
            together.await();
            return store.pushes().receive(push("one"));
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> taken = threads.invokeAll(List.of(receive, receive, receive, receive));
            assertThat(taken.stream().filter(PushStoreContract::get)).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean get(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theNewestRuleOfEachEnvironmentIsKnown() {
        UUID production = environment("production").id();
        UUID staging = environment("staging").id();
        PushRule rule = new PushRule(List.of("main", "release/*"), List.of("v*"));
        store.pushes().learn(production, new PushRule(List.of(), List.of()));
        store.pushes().learn(production, rule);
        reopen();

        assertThat(store.pushes().rules(List.of(production, staging))).containsOnly(Map.entry(production, rule));
        assertThat(store.pushes().rules(List.of())).isEmpty();
    }

    @Test
    void anOperationSaysWhichPushItIsFor() {
        UUID production = environment("production").id();
        PushCause cause = new PushCause("one", "anna", "refs/heads/main", "c0ffee");

        Operation operation = store.operations().submit(production, deploy(), "trigger:push", "push one", cause);
        reopen();

        assertThat(store.operations().find(operation.id()).orElseThrow().push()).contains(cause);
    }

    @Test
    void aPushTakesThePlaceOfPushesThatWaitAndOfNothingThatSomebodyAskedFor() {
        UUID production = environment("production").id();
        Operation byHand = store.operations().submit(production, deploy(), "anna", "cli");
        Operation ofJob = store.operations()
                .submit(production, deploy().fromBranchJob(Optional.of("main")), "jenkins", "step main #1");
        Operation first = pushed(production, "refs/heads/main");
        Operation second = pushed(production, "refs/tags/v1");
        Operation third = pushed(production, "refs/heads/main");

        assertThat(statuses(byHand, ofJob, first, second, third))
                .containsExactly(
                        OperationStatus.QUEUED,
                        OperationStatus.QUEUED,
                        OperationStatus.SUPERSEDED,
                        OperationStatus.SUPERSEDED,
                        OperationStatus.QUEUED);

        Operation later = store.operations().submit(production, deploy(), "anna", "cli");
        assertThat(statuses(byHand, third, later))
                .containsExactly(OperationStatus.SUPERSEDED, OperationStatus.SUPERSEDED, OperationStatus.QUEUED);
    }

    private Operation pushed(UUID environment, String ref) {
        return store.operations()
                .submit(
                        environment,
                        deploy(),
                        "trigger:push",
                        "push " + ref,
                        new PushCause("id", "anna", ref, "c0ffee"));
    }

    private List<OperationStatus> statuses(Operation... operations) {
        return Stream.of(operations)
                .map(operation ->
                        store.operations().find(operation.id()).orElseThrow().status())
                .toList();
    }

    private static OperationRequest deploy() {
        return OperationRequest.deploy("c0ffee");
    }

    private static Push push(String delivery) {
        return new Push(
                delivery,
                List.of("https://example.org/a/b"),
                List.of(UUID.fromString("00000000-0000-0000-0000-000000000001")),
                "refs/heads/main",
                false,
                true,
                3,
                "anna");
    }
}
