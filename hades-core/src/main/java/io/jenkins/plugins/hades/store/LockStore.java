package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.EnvironmentLock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Locks of environments: one holder at a time, who is named, for a time that ends. */
public interface LockStore {
    /**
     * Takes or renews a lock.
     *
     * @param holder who holds it, as a person reads it
     * @param reason why
     * @param time after which it ends by itself
     * @return the lock, which is another's if it is held
     */
    EnvironmentLock acquire(UUID environmentId, String holder, String reason, Duration time);

    /** Gives a lock back; does nothing if the holder does not hold it. */
    void release(UUID environmentId, String holder);

    /** The lock that is held now, if any. */
    Optional<EnvironmentLock> find(UUID environmentId);
}
