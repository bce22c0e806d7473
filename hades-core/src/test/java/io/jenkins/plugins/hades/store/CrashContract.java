package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.OperationStep;
import io.jenkins.plugins.hades.model.Release;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A process is killed again and again while it changes a store: 10 times, or 200 with {@code -Dhades.long=true}. */
abstract class CrashContract {
    private static final int ROUNDS = Boolean.getBoolean("hades.long") ? 200 : 10;
    private static final long SEED = 20_260_101;

    private final StoreBed bed;

    CrashContract(StoreBed bed) {
        this.bed = bed;
    }

    @Test
    void whatWasConfirmedIsThereAndNothingIsThereByHalf() throws Exception {
        Random random = new Random(SEED);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                try (StoreChild child = bed.hammer(random.nextLong())) {
                    // Also while it opens: then it has written one line.
                    child.awaitChanges(round % 5 == 0 ? 1 : 2 + random.nextInt(60));
                    spin(random.nextInt(round % 5 == 0 ? 800_000_000 : 5_000_000));
                    child.kill();
                    try (Store store = bed.open(Clock.systemUTC())) {
                        check(store, child, "seed " + SEED + ", round " + round);
                    }
                }
            }
        } finally {
            bed.close();
        }
    }

    private static void check(Store store, StoreChild child, String round) {
        Optional<Environment> found = store.environments().findByName(StoreHammer.PROJECT, StoreHammer.ENVIRONMENT);
        if (found.isEmpty()) {
            assertThat(child.variables() + child.operation()).as(round).isZero();
            return;
        }
        Environment environment = found.get();
        List<Long> values = store.variables().values(environment.id()).stream()
                .map(value -> Long.valueOf(value.value()))
                .toList();
        assertThat(values.stream().distinct().count()).as(round).isLessThanOrEqualTo(1);
        assertThat(values.size()).as(round).isIn(0, 2);
        assertThat(values.stream().mapToLong(value -> value).max().orElse(0))
                .as(round)
                .isGreaterThanOrEqualTo(child.variables());
        if (child.operation() > 0) {
            assertThat(store.operations().find(child.operation()).orElseThrow().status())
                    .as(round)
                    .isEqualTo(OperationStatus.SUCCEEDED);
        }
        List<Operation> operations = store.operations().list(Optional.of(environment.id()), 0, 500);
        operations.forEach(operation -> checkSteps(store.operations().steps(operation.id()), operation, round));
        checkReleases(store.releases().list(environment.id(), 500), store, round);
        recover(store);
    }

    private static void checkSteps(List<OperationStep> steps, Operation operation, String round) {
        long going = steps.stream().filter(step -> step.endedAt().isEmpty()).count();
        boolean running = operation.status() == OperationStatus.RUNNING;
        assertThat(going).as(round).isLessThanOrEqualTo(running ? 1 : 0);
        assertThat(operation.owner().isEmpty()).as(round).isEqualTo(!running);
        assertThat(operation.endedAt().isPresent())
                .as(round)
                .isEqualTo(operation.status().ended());
    }

    private static void checkReleases(List<Release> releases, Store store, String round) {
        for (int index = 0; index < releases.size(); index++) {
            Release release = releases.get(index);
            assertThat(release.number()).as(round).isEqualTo(releases.get(0).number() - index);
            assertThat(store.operations()
                            .find(release.operation())
                            .orElseThrow()
                            .release())
                    .as(round)
                    .hasValue(release.number());
        }
    }

    private static void recover(Store store) {
        store.operations().abandoned("recovery", Duration.ZERO).forEach(operation -> store.operations()
                .end(operation.id(), OperationStatus.LOST, "killed"));
        assertThat(store.operations().open()).allMatch(operation -> operation.status() == OperationStatus.QUEUED);
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
