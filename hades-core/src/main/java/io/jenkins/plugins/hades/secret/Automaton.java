package io.jenkins.plugins.hades.secret;

import java.util.Arrays;
import java.util.Collection;

/**
 * Finds all of many texts in one pass over a stream of characters (Aho and Corasick's machine): its state stands for the longest end of what
 * was read that is the beginning of a text. Immutable; the states are numbers, the first is 0.
 */
final class Automaton {
    /** A beginning of this length that ends a line is taken for one that goes on in the next. */
    private static final int TELLING = 8;
    /** Never less than this, however short the text. */
    private static final int LEAST = 3;

    private final Transitions transitions = new Transitions();
    private final long[] firsts = new long[Character.MAX_VALUE / Long.SIZE + 1];
    private int size = 1;
    private int[] parent = new int[64];
    private char[] entered = new char[64];
    private int[] depth = new int[64];
    private int[] fallback = new int[64];
    private int[] found = new int[64];
    private int[] tail = new int[64];

    /** @param texts none of them empty */
    Automaton(Collection<String> texts) {
        texts.forEach(this::insert);
        link();
    }

    /** The state after one more character. */
    int next(int state, char character) {
        int from = state;
        while (true) {
            if (from == 0 && (firsts[character >> 6] & (1L << character)) == 0) {
                return 0;
            }
            int to = transitions.get(from, character);
            if (to != 0 || from == 0) {
                return to;
            }
            from = fallback[from];
        }
    }

    /** How long the longest text is that ends here; 0 if none does. */
    int found(int state) {
        return found[state];
    }

    /** How many of the last characters may yet become a text. */
    int depth(int state) {
        return depth[state];
    }

    /** How many of the last characters are so much of a text that they are not to be shown; 0 if none are. */
    int tail(int state) {
        return tail[state];
    }

    /** The state of this machine that stands for what a state of another one stands for. */
    int translate(Automaton other, int state) {
        char[] read = new char[other.depth[state]];
        for (int from = state; from != 0; from = other.parent[from]) {
            read[other.depth[from] - 1] = other.entered[from];
        }
        int to = 0;
        for (char character : read) {
            to = next(to, character);
        }
        return to;
    }

    private void insert(String text) {
        int telling = Math.min(TELLING, Math.max(LEAST, (text.length() + 1) / 2));
        firsts[text.charAt(0) >> 6] |= 1L << text.charAt(0);
        int state = 0;
        for (int index = 0; index < text.length(); index++) {
            int to = transitions.get(state, text.charAt(index));
            if (to == 0) {
                to = add(state, text.charAt(index));
            }
            state = to;
            if (index + 1 >= telling) {
                tail[state] = index + 1;
            }
        }
        found[state] = text.length();
    }

    private int add(int from, char character) {
        if (size == parent.length) {
            int length = size * 2;
            parent = Arrays.copyOf(parent, length);
            entered = Arrays.copyOf(entered, length);
            depth = Arrays.copyOf(depth, length);
            fallback = Arrays.copyOf(fallback, length);
            found = Arrays.copyOf(found, length);
            tail = Arrays.copyOf(tail, length);
        }
        int state = size++;
        parent[state] = from;
        entered[state] = character;
        depth[state] = depth[from] + 1;
        transitions.put(from, character, state);
        return state;
    }

    /** A state falls back to the one that stands for its longest proper end; shorter ones are linked before. */
    private void link() {
        for (int state : byDepth()) {
            if (depth[state] > 1) {
                fallback[state] = next(fallback[parent[state]], entered[state]);
                found[state] = Math.max(found[state], found[fallback[state]]);
                tail[state] = Math.max(tail[state], tail[fallback[state]]);
            }
        }
    }

    private int[] byDepth() {
        int deepest = Arrays.stream(depth, 0, size).max().orElse(0);
        int[] places = new int[deepest + 2];
        for (int state = 0; state < size; state++) {
            places[depth[state] + 1]++;
        }
        for (int level = 0; level <= deepest; level++) {
            places[level + 1] += places[level];
        }
        int[] sorted = new int[size];
        for (int state = 0; state < size; state++) {
            sorted[places[depth[state]]++] = state;
        }
        return sorted;
    }
}
