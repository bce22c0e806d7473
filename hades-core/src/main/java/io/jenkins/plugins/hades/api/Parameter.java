package io.jenkins.plugins.hades.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * A parameter of the query.
 *
 * @param name its name, brackets included
 * @param description what it does
 * @param schema the JSON type of its value: {@code string}, {@code integer}
 * @param values what it may be, or what its parts between commas may be; empty where that is not a fixed list
 */
record Parameter(String name, String description, String schema, List<String> values) {
    /** How many items a page has at most. */
    static final Parameter PAGE_SIZE =
            new Parameter("page[size]", "How many items the page has at most: 1 to 500, 50 if not given", "integer");

    /** Where a page goes on. */
    static final Parameter PAGE_AFTER = new Parameter(
            "page[after]", "Where to go on: the cursor that links.next of the page before holds", "string");

    Parameter {
        values = List.copyOf(values);
    }

    /** A parameter whose values are no fixed list. */
    Parameter(String name, String description, String schema) {
        this(name, description, schema, List.of());
    }

    /** A filter by a text. */
    static Parameter filter(String name, String description) {
        return new Parameter("filter[" + name + "]", description, "string");
    }

    /** A filter by some of these values, between commas. */
    static <E extends Enum<E>> Parameter filter(String name, String description, Class<E> of) {
        List<String> values = Stream.of(of.getEnumConstants()).map(Enum::name).toList();
        return new Parameter("filter[" + name + "]", description, "string", values);
    }

    /** What may be included. */
    static Parameter include(String... paths) {
        return new Parameter("include", "Related resources to include, between commas", "string", List.of(paths));
    }

    /** What may be sorted by; with a dash before it, descending. */
    static Parameter sort(String... keys) {
        return new Parameter(
                "sort",
                "What to sort by; descending with a dash before it",
                "string",
                Stream.of(keys).flatMap(key -> Stream.of(key, "-" + key)).toList());
    }
}
