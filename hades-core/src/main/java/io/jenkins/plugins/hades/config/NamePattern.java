package io.jenkins.plugins.hades.config;

import java.util.regex.Pattern;

/**
 * A pattern of names that have parts between slashes, as branches and projects have: {@code *} stands for anything within a part,
 * {@code **} for anything across parts, {@code ?} for one character within a part. Everything else stands for itself.
 */
public final class NamePattern {
    private final String text;
    private final Pattern compiled;

    private NamePattern(String text) {
        this.text = text;
        this.compiled = Pattern.compile(expression(text), Pattern.DOTALL);
    }

    /** The pattern of this text. */
    public static NamePattern of(String text) {
        return new NamePattern(text);
    }

    /** Whether the whole name fits. */
    public boolean fits(String name) {
        return compiled.matcher(name).matches();
    }

    /** Whether more than one name can fit. */
    public boolean isWild() {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static String expression(String text) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '*') {
                expression.append(".*");
                i++;
            } else if (c == '*') {
                expression.append("[^/]*");
            } else if (c == '?') {
                expression.append("[^/]");
            } else {
                expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return expression.toString();
    }
}
