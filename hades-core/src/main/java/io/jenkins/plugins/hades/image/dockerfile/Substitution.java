package io.jenkins.plugins.hades.image.dockerfile;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of arguments into a word: {@code $NAME}, {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${NAME:+other}}. */
final class Substitution {
    private static final Pattern REFERENCE = Pattern.compile(
            "\\$(?:(?<bare>[A-Za-z_][A-Za-z0-9_]*)|\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?:(?<operator>:?[-+])(?<word>[^{}$]*))?\\})");

    private Substitution() {}

    /** The word with its values; empty when it holds a form that is not understood here. */
    static Optional<String> in(String word, Map<String, String> values) {
        Matcher matcher = REFERENCE.matcher(word);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result, Matcher.quoteReplacement(value(matcher, values)));
        }
        matcher.appendTail(result);
        String remainder = REFERENCE.matcher(word).replaceAll("");
        return remainder.contains("$") ? Optional.empty() : Optional.of(result.toString());
    }

    private static String value(Matcher matcher, Map<String, String> values) {
        String name = Optional.ofNullable(matcher.group("bare")).orElseGet(() -> matcher.group("name"));
        String operator = Optional.ofNullable(matcher.group("operator")).orElse("");
        Optional<String> value = Optional.ofNullable(values.get(name));
        if (operator.startsWith(":")) {
            value = value.filter(text -> !text.isEmpty());
        }
        if (operator.endsWith("-")) {
            return value.orElse(matcher.group("word"));
        }
        if (operator.endsWith("+")) {
            return value.isPresent() ? matcher.group("word") : "";
        }
        return value.orElse("");
    }
}
