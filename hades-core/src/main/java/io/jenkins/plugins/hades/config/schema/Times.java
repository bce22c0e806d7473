package io.jenkins.plugins.hades.config.schema;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h30m}. */
public final class Times {
    static final String PATTERN =
            "^([0-9]{1,9}ms|[0-9]{1,6}h([0-9]{1,6}m)?([0-9]{1,6}s)?|[0-9]{1,6}m([0-9]{1,6}s)?|[0-9]{1,6}s)$";

    private static final Pattern PART = Pattern.compile("([0-9]+)(ms|h|m|s)");

    private Times() {}

    /** The time that a text of this form means; empty if it is not of this form. */
    public static Optional<Duration> read(String text) {
        if (!text.matches(PATTERN)) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            long number = Long.parseLong(part.group(1));
            sum = sum.plus(
                    switch (part.group(2)) {
                        case "h" -> Duration.ofHours(number);
                        case "m" -> Duration.ofMinutes(number);
                        case "s" -> Duration.ofSeconds(number);
                        default -> Duration.ofMillis(number);
                    });
        }
        return Optional.of(sum);
    }

    /** A time as people write it. */
    public static String shown(Duration time) {
        if (time.toMillisPart() != 0) {
            return time.toMillis() + "ms";
        }
        String shown = (time.toHours() > 0 ? time.toHours() + "h" : "")
                + (time.toMinutesPart() > 0 ? time.toMinutesPart() + "m" : "")
                + (time.toSecondsPart() > 0 ? time.toSecondsPart() + "s" : "");
        return shown.isEmpty() ? "0s" : shown;
    }
}
