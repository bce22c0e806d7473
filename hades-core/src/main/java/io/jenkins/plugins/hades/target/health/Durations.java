package io.jenkins.plugins.hades.target.health;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
public final class Durations {
    private Durations() {}

    /** {@code "850 ms"}, {@code "4.2 s"}, {@code "60 s"}, {@code "10 min"}. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis >= 120_000) {
            return Math.round(millis / 60_000.0) + " min";
        }
        return millis % 1000 == 0 || millis >= 10_000
                ? Math.round(millis / 1000.0) + " s"
                : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
