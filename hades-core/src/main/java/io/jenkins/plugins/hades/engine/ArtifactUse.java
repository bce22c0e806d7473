package io.jenkins.plugins.hades.engine;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps removing a project's artifacts apart from using them: while an operation makes or brings one that no recorded release names as kept, none of the project's is
 * removed. Holds for this process, which is the only one that works on the store. Thread-safe.
 */
final class ArtifactUse {
    private final Map<UUID, ReentrantReadWriteLock> projects = new ConcurrentHashMap<>();

    /** Something that is held until it is released by the thread that got it. */
    interface Hold {
        /** Gives it back. */
        void release();
    }

    /** For an operation that makes or brings an artifact. Waits while artifacts are removed. */
    Hold using(UUID project) throws InterruptedException {
        Lock lock = of(project).readLock();
        lock.lockInterruptibly();
        return lock::unlock;
    }

    /** For removing artifacts; empty while somebody uses them. */
    Optional<Hold> removing(UUID project) {
        Lock lock = of(project).writeLock();
        return lock.tryLock() ? Optional.of(lock::unlock) : Optional.empty();
    }

    private ReentrantReadWriteLock of(UUID project) {
        return projects.computeIfAbsent(project, key -> new ReentrantReadWriteLock());
    }
}
