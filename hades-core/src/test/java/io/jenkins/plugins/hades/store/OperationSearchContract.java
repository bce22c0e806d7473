package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Project;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How operations are found on every database. */
abstract class OperationSearchContract extends StoreContract {
    private final Project other = new Project(UUID.randomUUID(), "studio/other");
    private UUID production;
    private UUID foreign;

    OperationSearchContract(StoreBed bed) {
        super(bed);
    }

    @BeforeEach
    void defineEnvironments() {
        store.projects().save(other);
        production = environment("production").id();
        foreign = store.environments().define(other.id(), "production").id();
    }

    @Test
    void whatFitsIsFoundInTheOrderThatIsAskedFor() {
        submit(production, OperationKind.RESTART, "alice");
        submit(foreign, OperationKind.RESTART, "alice");
        submit(production, OperationKind.ARCHIVE, "bob");
        submit(foreign, OperationKind.ARCHIVE, "bob");
        store.operations().claim("engine");
        Optional<Set<UUID>> ours = Optional.of(Set.of(project.id()));

        assertThat(ids(ours, Set.of(), Set.of(), Optional.empty(), false, 0, 9)).containsExactly(3L, 1L);
        assertThat(ids(ours, Set.of(), Set.of(), Optional.empty(), true, 0, 9)).containsExactly(1L, 3L);
        assertThat(ids(ours, Set.of(), Set.of(), Optional.empty(), false, 3, 9)).containsExactly(1L);
        assertThat(ids(ours, Set.of(), Set.of(), Optional.empty(), true, 1, 9)).containsExactly(3L);
        assertThat(ids(ours, Set.of(), Set.of(), Optional.empty(), false, 0, 1)).containsExactly(3L);
        assertThat(ids(Optional.of(Set.of()), Set.of(), Set.of(), Optional.empty(), false, 0, 9))
                .isEmpty();
        assertThat(ids(Optional.empty(), Set.of(OperationStatus.RUNNING), Set.of(), Optional.empty(), false, 0, 9))
                .containsExactly(1L);
        assertThat(ids(Optional.empty(), Set.of(), Set.of(OperationKind.ARCHIVE), Optional.empty(), false, 0, 9))
                .containsExactly(4L, 3L);
        assertThat(ids(Optional.empty(), Set.of(), Set.of(), Optional.of("alice"), true, 0, 9))
                .containsExactly(1L, 2L);
    }

    @Test
    void theLastOperationIsTheOneThatRunsOrElseTheNewest() {
        submit(production, OperationKind.RESTART, "alice");
        submit(production, OperationKind.RESTART, "alice");
        submit(foreign, OperationKind.RESTART, "alice");
        submit(foreign, OperationKind.RESTART, "alice");
        Operation running = store.operations().claim("engine").orElseThrow();

        assertThat(store.operations().last(List.of(production, foreign, UUID.randomUUID())))
                .containsOnlyKeys(production, foreign)
                .containsEntry(production, running)
                .hasEntrySatisfying(foreign, last -> assertThat(last.id()).isEqualTo(4));
        assertThat(store.operations().last(List.of())).isEmpty();
        assertThat(store.operations().find(List.of(4L, 2L, 99L)))
                .extracting(Operation::id)
                .containsExactly(2L, 4L);
    }

    private void submit(UUID environment, OperationKind kind, String actor) {
        store.operations().submit(environment, OperationRequest.of(kind), actor, "test");
    }

    private List<Long> ids(
            Optional<Set<UUID>> projects,
            Set<OperationStatus> statuses,
            Set<OperationKind> kinds,
            Optional<String> actor,
            boolean ascending,
            long beyond,
            int limit) {
        return store
                .operations()
                .list(new OperationQuery(Optional.empty(), projects, statuses, kinds, actor, ascending, beyond, limit))
                .stream()
                .map(Operation::id)
                .toList();
    }
}
