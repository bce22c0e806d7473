package io.jenkins.plugins.hades.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Writes times for people, in the machine's own zone. */
public final class Times {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private Times() {}

    /** A point in time, to the second. */
    public static String at(Instant instant) {
        return FORMAT.format(instant);
    }

    /** How long it took, or has taken; empty before it began. */
    public static String took(Optional<Instant> from, Optional<Instant> to) {
        return from.map(begin -> span(Duration.between(begin, to.orElseGet(Instant::now))))
                .orElse("");
    }

    /** A length of time: {@code 0.4 s}, {@code 3 m 12 s}. */
    public static String span(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(java.util.Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return duration.toMinutes() + " m " + duration.toSecondsPart() + " s";
    }
}
