package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Project;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of every part of a store need: a store of the kind under test, empty, with a project in it. */
abstract class StoreContract {
    final SteppedClock clock = new SteppedClock();
    final Project project = new Project(UUID.randomUUID(), "studio/site");
    Store store;

    /** Opens the test's own store, empty at first, as it was left later. */
    abstract Store open(Clock clock);

    @BeforeEach
    void openWithProject() {
        store = open(clock);
        store.projects().save(project);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** The same store after its process ended and another began. */
    void reopen() {
        store.close();
        store = open(clock);
    }

    Environment environment(String name) {
        return store.environments().define(project.id(), name);
    }
}
