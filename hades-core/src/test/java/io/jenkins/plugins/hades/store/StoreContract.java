package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.secret.Sealer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of every part of a store need: a store of the kind under test, empty, with a project in it. */
abstract class StoreContract {
    final SteppedClock clock = new SteppedClock();
    final Project project = new Project(UUID.randomUUID(), "studio/site");
    private final StoreBed bed;
    Store store;

    StoreContract(StoreBed bed) {
        this.bed = bed;
    }

    @BeforeEach
    void openWithProject() {
        store = bed.open(clock);
        store.projects().save(project);
    }

    @AfterEach
    void close() {
        store.close();
        bed.close();
    }

    /** The same store after its process ended and another began. */
    void reopen() {
        store.close();
        store = bed.open(clock);
    }

    /** The same store, opened with another key. */
    void reopen(Sealer sealer) {
        store.close();
        store = bed.open(clock, sealer);
    }

    Environment environment(String name) {
        return store.environments().define(project.id(), name);
    }
}
