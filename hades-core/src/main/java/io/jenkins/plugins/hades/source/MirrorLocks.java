package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.context.OperationContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turns at mirrors within this process, so that those who wait hold no session on the server; between processes the lock file beside each
 * mirror decides. Thread-safe.
 */
final class MirrorLocks {
    private static final long PAUSE = 200;

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Work that is done while the mirror is held. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    /** Does the work when it is this operation's turn; gives up waiting when the operation stops. */
    void hold(String server, String mirror, OperationContext context, Work work) throws InterruptedException {
        ReentrantLock lock = locks.computeIfAbsent(server + "\n" + mirror, key -> new ReentrantLock(true));
        if (!lock.tryLock()) {
            context.log("Another operation uses the mirror of this project on " + server + "; waiting for it.");
            while (!lock.tryLock(PAUSE, TimeUnit.MILLISECONDS)) {
                context.checkpoint();
            }
        }
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
