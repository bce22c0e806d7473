package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.store.AnswerStore.Answer;
import io.jenkins.plugins.hades.store.AnswerStore.Keyed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class AnswerStoreContract extends StoreContract {
    private static final Keyed KEYED = new Keyed("anna", "key-1", "print");

    private UUID environment;

    AnswerStoreContract(StoreBed bed) {
        super(bed);
    }

    @BeforeEach
    void defineEnvironment() {
        environment = environment("production").id();
    }

    @Test
    void theSameRequestIsCarriedOutOnceAlsoAfterAReopening() {
        Answer first = submit(KEYED);
        Answer again = submit(KEYED);
        reopen();
        Answer later = submit(KEYED);

        assertThat(again).isEqualTo(first);
        assertThat(later).isEqualTo(first);
        assertThat(operations()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderAKeyIsNotCarriedOutAndGetsTheFingerprintOfTheFirst() {
        submit(KEYED);

        assertThat(submit(new Keyed("anna", "key-1", "another")).fingerprint()).isEqualTo("print");
        assertThat(operations()).isEqualTo(1);
    }

    @Test
    void keysOfDifferentCallersHaveNothingToDoWithEachOther() {
        submit(KEYED);
        submit(new Keyed("bob", "key-1", "print"));

        assertThat(operations()).isEqualTo(2);
    }

    @Test
    void anAnswerIsForgottenAfterADay() {
        submit(KEYED);
        clock.forward(Duration.ofHours(24).minusMillis(1));
        submit(KEYED);
        assertThat(operations()).isEqualTo(1);

        clock.forward(Duration.ofMillis(1));
        submit(KEYED);
        assertThat(operations()).isEqualTo(2);
    }

    @Test
    void ofWorkThatFailsNothingIsLeftAndItMayBeTriedAgain() {
        assertThatThrownBy(() -> store.answers().once(KEYED, () -> {
                    restart();
                    throw new HadesException(ErrorKind.CONFLICT, "Trying", "it does not work", "");
                }))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT));
        assertThat(operations()).isZero();

        submit(KEYED);
        assertThat(operations()).isEqualTo(1);
    }

    @Test
    void ofManyAtTheSameTimeOneIsCarriedOutAndAllGetItsAnswer() throws Exception {
        int many = 12;
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                calls.add(() -> {
                    start.await();
                    return submit(KEYED);
                });
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }

            assertThat(answers).hasSize(many).containsOnly(answers.get(0));
            assertThat(operations()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsDoneTogetherHappensAllOrNotAtAll() {
        assertThatThrownBy(() -> store.together("Trying", () -> {
                    restart();
                    store.locks().acquire(environment, "anna", "Incident", Duration.ofHours(1));
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(operations()).isZero();
        assertThat(store.locks().find(environment)).isEmpty();

        long id = store.together("Doing", this::restart);
        assertThat(store.operations().find(id)).isPresent();
    }

    private Answer submit(Keyed request) {
        return store.answers()
                .once(request, () -> new Answer(request.fingerprint(), 202, "{\"operation\": " + restart() + "}"));
    }

    private long restart() {
        return store.operations()
                .submit(environment, OperationRequest.of(OperationKind.RESTART), "anna", "test")
                .id();
    }

    private int operations() {
        return store.operations().list(Optional.of(environment), 0, 100).size();
    }
}
