package io.jenkins.plugins.hades.secret;

import java.util.Arrays;

/** Parts of a text that are to be masked, in order; two that overlap are one. */
final class Spans {
    private int[] bounds = new int[16];
    private int count;

    /** Adds a part that ends no earlier than those before it. */
    void add(int start, int end) {
        int from = start;
        while (count > 0 && bounds[count * 2 - 1] > from) {
            from = Math.min(from, bounds[count * 2 - 2]);
            count--;
        }
        if (count * 2 == bounds.length) {
            bounds = Arrays.copyOf(bounds, count * 4);
        }
        bounds[count * 2] = from;
        bounds[count * 2 + 1] = end;
        count++;
    }

    int count() {
        return count;
    }

    int start(int index) {
        return bounds[index * 2];
    }

    int end(int index) {
        return bounds[index * 2 + 1];
    }

    /** Cuts this many characters off the beginning of the text, and all parts that end there. */
    void cut(int length) {
        int kept = 0;
        for (int index = 0; index < count; index++) {
            if (end(index) > length) {
                bounds[kept * 2] = Math.max(0, start(index) - length);
                bounds[kept * 2 + 1] = end(index) - length;
                kept++;
            }
        }
        count = kept;
    }
}
