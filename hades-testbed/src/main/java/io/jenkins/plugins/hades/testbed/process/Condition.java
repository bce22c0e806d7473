package io.jenkins.plugins.hades.testbed.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition, never for a fixed time. */
public final class Condition {

    private static final long POLL_MILLIS = 15;

    private Condition() {}

    /**
     * Blocks until a condition holds.
     *
     * @param limit how long to wait at most
     * @param condition asked again and again, cheap and without side effects
     * @return whether it held in time
     * @throws TestbedException when the thread is interrupted meanwhile; its interrupt flag is set again
     */
    public static boolean holdsWithin(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TestbedException("Interrupted while waiting for a condition", e);
            }
        }
        return true;
    }
}
