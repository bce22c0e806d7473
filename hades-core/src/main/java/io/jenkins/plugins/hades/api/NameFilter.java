package io.jenkins.plugins.hades.api;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filter by a name, in which a star stands for any text. */
final class NameFilter {
    /** Its parameter. */
    static final Parameter PARAMETER = Parameter.filter("name", "The name; * stands for any text");

    private NameFilter() {}

    /** Whether a name passes. */
    static Predicate<String> of(Exchange exchange) {
        Optional<Predicate<String>> given = exchange.parameter(PARAMETER.name()).map(NameFilter::pattern);
        return given.orElse(name -> true);
    }

    private static Predicate<String> pattern(String text) {
        return Pattern.compile(
                        Stream.of(text.split("\\*+", -1)).map(Pattern::quote).collect(Collectors.joining(".*")))
                .asMatchPredicate();
    }
}
