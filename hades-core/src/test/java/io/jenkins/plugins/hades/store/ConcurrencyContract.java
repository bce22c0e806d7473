package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentLock;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.VariableChange.Assign;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class ConcurrencyContract extends StoreContract {
    private static final int THREADS = 12;

    ConcurrencyContract(StoreBed bed) {
        super(bed);
    }

    @Test
    void aProjectIsRecordedOnceHoweverManySaveIt() throws Exception {
        for (int round = 0; round < 20; round++) {
            Project fresh = new Project(UUID.randomUUID(), "fresh " + round);

            Crowd.together(THREADS, thread -> () -> {
                store.projects().save(fresh);
                return thread;
            });

            assertThat(store.projects().find(fresh.id())).contains(fresh);
        }
    }

    @Test
    void anEnvironmentIsDefinedOnceHoweverManyAsk() throws Exception {
        List<Environment> defined = Crowd.together(THREADS, thread -> () -> environment("production"));

        assertThat(new HashSet<>(defined)).hasSize(1);
        assertThat(store.environments().list(project.id())).hasSize(1);
    }

    @Test
    void aTransitionIsDoneByOne() throws Exception {
        UUID id = environment("production").id();

        List<Boolean> done = Crowd.together(THREADS, thread -> () -> {
            try {
                store.environments().transition(id, EnvironmentStatus.CREATE_PENDING, Optional.empty(), "by " + thread);
                return true;
            } catch (HadesException e) {
                assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT);
                return false;
            }
        });

        assertThat(done).containsOnlyOnce(true);
    }

    @Test
    void aLockIsTakenByOne() throws Exception {
        UUID id = environment("production").id();

        List<EnvironmentLock> locks = Crowd.together(
                THREADS, thread -> () -> store.locks().acquire(id, "holder " + thread, "", Duration.ofHours(1)));

        assertThat(new HashSet<>(locks)).hasSize(1);
    }

    @Test
    void noVersionOfAVariableIsLost() throws Exception {
        UUID id = environment("production").id();

        Crowd.together(THREADS, thread -> () -> {
            for (int change = 0; change < 5; change++) {
                String value = thread + "." + change;
                store.variables().change(id, List.of(assign("FIRST", value), assign("SECOND", value)), "alice");
            }
            return thread;
        });

        List<VariableValue> values = store.variables().values(id);
        assertThat(values).extracting(VariableValue::version).containsOnly(THREADS * 5);
        assertThat(values)
                .extracting(VariableValue::value)
                .containsOnly(values.get(0).value());
    }

    @Test
    void everyReleaseHasItsNumber() throws Exception {
        UUID id = environment("production").id();
        Operation operation = submit(id, OperationKind.DEPLOY);

        List<Release> releases =
                Crowd.together(THREADS, thread -> () -> store.releases().record(draft(id, operation)));

        assertThat(releases)
                .extracting(Release::number)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, THREADS).boxed().toList());
    }

    @Test
    void claimersNeverShareAnEnvironmentAndTakeItsOperationsInOrder() throws Exception {
        List<UUID> environments = IntStream.range(0, 6)
                .mapToObj(number -> environment("e" + number).id())
                .toList();
        for (int round = 0; round < 5; round++) {
            environments.forEach(id -> submit(id, OperationKind.RESTART));
        }
        ClaimLedger ledger = new ClaimLedger();

        Crowd.together(THREADS, thread -> () -> {
            Random random = new Random(thread);
            for (int submitted = 0; submitted < 5; submitted++) {
                submit(environments.get(random.nextInt(6)), OperationKind.DEPLOY);
                work(ledger, "claimer " + thread);
            }
            while (!store.operations().open().isEmpty()) {
                work(ledger, "claimer " + thread);
            }
            return thread;
        });

        List<Operation> all = store.operations().list(Optional.empty(), 0, 1000);
        assertThat(all).hasSize(6 * 5 + THREADS * 5);
        assertThat(all)
                .extracting(Operation::status)
                .containsOnly(OperationStatus.SUCCEEDED, OperationStatus.SUPERSEDED);
        assertThat(ledger.problems()).isEmpty();
        assertThat(ledger.claimed())
                .isEqualTo(all.stream()
                        .filter(operation -> operation.status() == OperationStatus.SUCCEEDED)
                        .count());
    }

    @Test
    void callersThatAreInterruptedGetTheirAnswerAndStayInterrupted() throws Exception {
        UUID id = environment("production").id();

        Set<Boolean> interrupted = Set.copyOf(Crowd.together(THREADS, thread -> () -> {
            for (int change = 0; change < 10; change++) {
                Thread.currentThread().interrupt();
                store.variables().change(id, List.of(assign("COUNT", "" + change)), "alice");
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                store.variables().list(id);
            }
            return Thread.interrupted();
        }));

        assertThat(interrupted).containsExactly(true);
        reopen();
        assertThat(store.variables().list(id).get(0).version()).isEqualTo(THREADS * 10);
    }

    private void work(ClaimLedger ledger, String claimer) {
        store.operations().claim(claimer).ifPresent(operation -> {
            ledger.begun(operation);
            store.operations().heartbeat(claimer);
            store.operations().beginStep(operation.id(), "Work");
            ledger.ending(operation);
            store.operations().end(operation.id(), OperationStatus.SUCCEEDED, "");
        });
    }

    private Operation submit(UUID environment, OperationKind kind) {
        return store.operations().submit(environment, OperationRequest.of(kind), "alice", "cli");
    }

    private static Assign assign(String name, String value) {
        return new Assign(name, Scope.APP, Set.of(Phase.RUN), true, value);
    }

    private static ReleaseStore.Draft draft(UUID environment, Operation operation) {
        return new ReleaseStore.Draft(
                environment,
                new Revision.Archive("site.zip", "00ff"),
                new Artifact.Files("sha256:00", 1),
                List.of(),
                "files",
                JsonNodeFactory.instance.objectNode(),
                "b",
                "d",
                operation.id());
    }
}
