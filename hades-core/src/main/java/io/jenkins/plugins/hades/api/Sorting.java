package io.jenkins.plugins.hades.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a list that is held in memory is sorted and cut into pages: by one key, and by the items' ids where that is equal.
 *
 * @param order the key's name, with a dash before it if the list descends
 * @param key what is compared
 * @param id the item's id
 */
record Sorting<T>(String order, Function<T, String> key, Function<T, String> id) {
    /** The sorting that the request asks for; the usual one otherwise. */
    static <T> Sorting<T> asked(
            Exchange exchange, String usual, Map<String, Function<T, String>> keys, Function<T, String> id) {
        String order = exchange.parameter("sort").orElse(usual);
        Function<T, String> key = keys.get(order.startsWith("-") ? order.substring(1) : order);
        if (key == null) {
            throw RequestProblem.parameter("sort", "the list is sorted by one key", "Give one of " + keys.keySet());
        }
        return new Sorting<>(order, key, id);
    }

    /** A time as a key: later ones are greater. */
    static String key(Instant time) {
        return key(time.toEpochMilli());
    }

    /** A number, not negative, as a key: greater ones are greater. */
    static String key(long number) {
        return String.format(Locale.ROOT, "%019d", number);
    }

    /** The page that the request asks for. */
    Slice<T> page(Exchange exchange, Stream<T> items) {
        Optional<List<String>> after = Cursor.read(exchange, order, 2);
        int size = Slice.size(exchange);
        Comparator<List<String>> positions = positions();
        List<T> found = items.filter(item -> after.isEmpty() || positions.compare(position(item), after.get()) > 0)
                .sorted(Comparator.comparing(this::position, positions))
                .limit(size + 1L)
                .toList();
        return Slice.of(found, size, item -> Cursor.of(order, key.apply(item), id.apply(item)));
    }

    private List<String> position(T item) {
        return List.of(key.apply(item), id.apply(item));
    }

    private Comparator<List<String>> positions() {
        Comparator<List<String>> ascending =
                Comparator.<List<String>, String>comparing(keys -> keys.get(0)).thenComparing(keys -> keys.get(1));
        return order.startsWith("-") ? ascending.reversed() : ascending;
    }
}
