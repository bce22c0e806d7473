package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.EnvironmentLock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class LockStoreContract extends StoreContract {
    LockStoreContract(StoreBed bed) {
        super(bed);
    }

    private static final Duration HOUR = Duration.ofHours(1);

    private UUID environment;

    @BeforeEach
    void defineEnvironment() {
        environment = environment("production").id();
    }

    @Test
    void aLockIsHeldByOneUntilItIsGivenBack() {
        EnvironmentLock lock = store.locks().acquire(environment, "alice", "Incident 7", HOUR);

        assertThat(store.locks().acquire(environment, "bob", "Release", HOUR)).isEqualTo(lock);
        store.locks().release(environment, "bob");
        assertThat(store.locks().find(environment)).contains(lock);

        store.locks().release(environment, "alice");
        assertThat(store.locks().find(environment)).isEmpty();
        assertThat(store.locks().acquire(environment, "bob", "Release", HOUR).holder())
                .isEqualTo("bob");
    }

    @Test
    void aLockEndsByItself() {
        store.locks().acquire(environment, "alice", "Incident 7", HOUR);

        clock.forward(HOUR);

        assertThat(store.locks().find(environment)).isEmpty();
        EnvironmentLock next = store.locks().acquire(environment, "bob", "Release", HOUR);
        assertThat(next)
                .isEqualTo(new EnvironmentLock(
                        environment,
                        "bob",
                        "Release",
                        clock.instant(),
                        clock.instant().plus(HOUR)));
    }

    @Test
    void itsHolderRenewsIt() {
        EnvironmentLock first = store.locks().acquire(environment, "alice", "Incident 7", HOUR);
        clock.forward(Duration.ofMinutes(50));

        EnvironmentLock renewed = store.locks().acquire(environment, "alice", "Incident 7, still", HOUR);

        assertThat(renewed.since()).isEqualTo(first.since());
        assertThat(renewed.until()).isEqualTo(clock.instant().plus(HOUR));
        assertThat(store.locks().find(environment)).contains(renewed);
    }

    @Test
    void locksSurviveAReopening() {
        EnvironmentLock lock = store.locks().acquire(environment, "alice", "Incident 7", HOUR);

        reopen();

        assertThat(store.locks().find(environment)).contains(lock);
    }
}
