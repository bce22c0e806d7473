package io.jenkins.plugins.hades.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param items what it holds
 * @param next the cursor of the next page, if there is more
 */
record Slice<T>(List<T> items, Optional<String> next) {
    private static final int USUAL = 50;
    private static final int LARGEST = 500;

    /** How many items the page has at most. */
    static int size(Exchange exchange) {
        return (int) exchange.parameter(Parameter.PAGE_SIZE.name(), USUAL, 1, LARGEST);
    }

    /**
     * The page that begins a list of which one item more was asked for than the page holds.
     *
     * @param found the items, of which the last is left out where there are more than the page holds
     * @param cursor the cursor after an item
     */
    static <T> Slice<T> of(List<T> found, int size, Function<T, String> cursor) {
        if (found.size() <= size) {
            return new Slice<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, size);
        return new Slice<>(items, Optional.of(cursor.apply(items.get(size - 1))));
    }

    /** A list that is told whole. */
    static <T> Slice<T> whole(List<T> items) {
        return new Slice<>(items, Optional.empty());
    }
}
