package io.jenkins.plugins.hades.target;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Makes names of containers, networks and folders from the names that people give to projects. */
public final class Slug {
    private static final int LONGEST = 40;

    private Slug() {}

    /**
     * The name in {@code a-z 0-9 -}, 40 characters at most; where that loses something, followed by a dash and six hexadecimal digits of the
     * name's digest, so that different names stay different.
     */
    public static String of(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-$", "");
        if (cut.equals(name)) {
            return cut;
        }
        return (cut.isEmpty() ? "" : cut + "-") + digest(name).substring(0, 6);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
