package io.jenkins.plugins.hades.config.schema;

import java.util.Locale;
import java.util.Optional;

/** Sizes as people write them, in powers of 1024: {@code 64k}, {@code 512m}, {@code 1g}. */
public final class Sizes {
    static final String PATTERN = "^[0-9]{1,6}[kKmMgGtT][bB]?$";

    private static final String UNITS = "kmgt";

    private Sizes() {}

    /** How many bytes a text of this form means; empty if it is not of this form. */
    public static Optional<Long> read(String text) {
        if (!text.matches(PATTERN)) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT).replace("b", "");
        long number = Long.parseLong(lower.substring(0, lower.length() - 1));
        return Optional.of(number << (10 * (UNITS.indexOf(lower.charAt(lower.length() - 1)) + 1)));
    }

    /** A size as people write it, in the largest unit that makes it whole. */
    public static String shown(long bytes) {
        for (int unit = UNITS.length(); unit > 0; unit--) {
            long step = 1L << (10 * unit);
            if (bytes > 0 && bytes % step == 0) {
                return bytes / step + UNITS.substring(unit - 1, unit);
            }
        }
        return bytes + " bytes";
    }
}
