package io.jenkins.plugins.hades.target.health;

import java.time.Duration;
import java.time.Instant;

/** Healthy when this time has gone by since it was first asked; that it has not died meanwhile is seen by {@link Life}. */
public final class StartedProbe implements Probe {
    private final Duration after;
    private Instant first;

    /** @param after how long it must have run */
    public StartedProbe(Duration after) {
        this.after = after;
    }

    @Override
    public String question() {
        return "staying up for " + Durations.text(after);
    }

    @Override
    public synchronized Answer ask(AttemptStreams streams) {
        if (first == null) {
            first = Instant.now();
        }
        Duration soFar = Duration.between(first, Instant.now());
        return soFar.compareTo(after) >= 0
                ? Answer.healthy("succeeded")
                : Answer.notYet("had lasted " + Durations.text(soFar));
    }
}
