package io.jenkins.plugins.hades.engine;

import java.time.Duration;

/** Wakes those who wait for something to become of an operation. */
final class Changes {
    private long count;

    /** Something changed. */
    synchronized void announce() {
        count++;
        notifyAll();
    }

    /** The count of changes so far, to be given to {@link #await}. */
    synchronized long count() {
        return count;
    }

    /** Waits for a change after this count, or for the time to pass. */
    synchronized void await(long seen, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long left = time.toMillis();
        while (count == seen && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
