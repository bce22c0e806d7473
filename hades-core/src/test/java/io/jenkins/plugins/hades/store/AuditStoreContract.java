package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.AuditOutcome;
import io.jenkins.plugins.hades.model.AuditRecord;
import io.jenkins.plugins.hades.model.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class AuditStoreContract extends StoreContract {
    private static final AuditQuery ALL = new AuditQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            100);

    AuditStoreContract(StoreBed bed) {
        super(bed);
    }

    @Test
    void recordsAreListedNewestFirstAndSurviveAReopening() {
        Environment production = environment("production");
        add("anna", "variables.change", Optional.of(production));
        clock.forward(Duration.ofHours(1));
        add("bob", "server.add", Optional.empty());
        reopen();

        List<AuditRecord> found = store.audit().list(ALL);

        assertThat(found).extracting(AuditRecord::actor).containsExactly("bob", "anna");
        assertThat(found.get(0).projectId()).isEmpty();
        assertThat(found.get(1))
                .isEqualTo(new AuditRecord(
                        1,
                        clock.instant().minus(Duration.ofHours(1)),
                        "anna",
                        "test",
                        "variables.change",
                        AuditOutcome.DONE,
                        Optional.of(project.id()),
                        "studio/site",
                        Optional.of(production.id()),
                        "production",
                        "A, B"));
    }

    @Test
    void eachFilterLeavesOutTheOthers() {
        Environment production = environment("production");
        Instant begin = clock.instant();
        add("anna", "variables.change", Optional.of(production));
        clock.forward(Duration.ofHours(1));
        add("bob", "operation.submit", Optional.of(environment("staging")));
        clock.forward(Duration.ofHours(1));
        add("anna", "server.add", Optional.empty());
        Instant hour = begin.plus(Duration.ofHours(1));
        Optional<UUID> nobody = Optional.empty();

        assertThat(ids(Optional.of(project.id()), nobody, "", "", Optional.empty(), Optional.empty(), 0))
                .containsExactly(2L, 1L);
        assertThat(ids(Optional.of(UUID.randomUUID()), nobody, "", "", Optional.empty(), Optional.empty(), 0))
                .isEmpty();
        assertThat(ids(nobody, Optional.of(production.id()), "", "", Optional.empty(), Optional.empty(), 0))
                .containsExactly(1L);
        assertThat(ids(nobody, nobody, "anna", "", Optional.empty(), Optional.empty(), 0))
                .containsExactly(3L, 1L);
        assertThat(ids(nobody, nobody, "", "operation.submit", Optional.empty(), Optional.empty(), 0))
                .containsExactly(2L);
        assertThat(ids(nobody, nobody, "", "", Optional.of(hour), Optional.empty(), 0))
                .containsExactly(3L, 2L);
        assertThat(ids(nobody, nobody, "", "", Optional.empty(), Optional.of(hour), 0))
                .containsExactly(1L);
        assertThat(ids(nobody, nobody, "", "", Optional.empty(), Optional.empty(), 3))
                .containsExactly(2L, 1L);
    }

    @Test
    void whatIsOlderIsRemovedTheOldestFirstAndSoManyAtATime() {
        for (int i = 0; i < 5; i++) {
            add("anna", "server.add", Optional.empty());
            clock.forward(Duration.ofDays(1));
        }
        Instant time = clock.instant().minus(Duration.ofDays(1));

        assertThat(store.audit().removeBefore(time, 3)).isEqualTo(3);
        assertThat(store.audit().list(ALL)).extracting(AuditRecord::id).containsExactly(5L, 4L);
        assertThat(store.audit().removeBefore(time, 3)).isEqualTo(1);
        assertThat(store.audit().removeBefore(time, 3)).isZero();
        assertThat(store.audit().list(ALL)).extracting(AuditRecord::id).containsExactly(5L);
    }

    private List<Long> ids(
            Optional<UUID> projectId,
            Optional<UUID> environment,
            String actor,
            String action,
            Optional<Instant> from,
            Optional<Instant> until,
            long before) {
        return store
                .audit()
                .list(new AuditQuery(
                        projectId,
                        environment,
                        Optional.of(actor).filter(name -> !name.isEmpty()),
                        Optional.of(action).filter(name -> !name.isEmpty()),
                        from,
                        until,
                        before,
                        100))
                .stream()
                .map(AuditRecord::id)
                .toList();
    }

    private void add(String actor, String action, Optional<Environment> environment) {
        store.audit()
                .add(new AuditRecord(
                        0,
                        Instant.EPOCH,
                        actor,
                        "test",
                        action,
                        AuditOutcome.DONE,
                        environment.map(Environment::projectId),
                        environment.isPresent() ? project.name() : "",
                        environment.map(Environment::id),
                        environment.map(Environment::name).orElse(""),
                        "A, B"));
    }
}
