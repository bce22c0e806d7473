package hudson.model;

import hudson.ExtensionPoint;
import hudson.triggers.SafeTimerTask;

/** Work that Jenkins runs at intervals, in milliseconds. */
public abstract class PeriodicWork extends SafeTimerTask implements ExtensionPoint {
    protected static final long MIN = 60_000L;
    protected static final long HOUR = 3_600_000L;
    protected static final long DAY = 86_400_000L;

    public abstract long getRecurrencePeriod();

    public long getInitialDelay() {
        throw new UnsupportedOperationException("compile-only");
    }
}
