package io.jenkins.plugins.hades.secret;

import java.util.Arrays;

/**
 * Masks a text that comes in pieces of any size. What may be the beginning of a secret is held back until it is known what follows, or until
 * a flush: then so much of a secret as would tell of it is masked, and if it does go on afterwards, the rest is masked too. Not thread-safe.
 */
public final class MaskingStream {
    private final Masker masker;
    private final StringBuilder held = new StringBuilder();
    /** Where in the held text the characters are that the automaton has read: all but line ends. */
    private int[] places = new int[64];

    private int read;
    private final Spans covered = new Spans();
    /** Whether the mask of the span that begins the held text was shown already. */
    private boolean shown;

    private Automaton automaton;
    private int state;

    MaskingStream(Masker masker) {
        this.masker = masker;
        this.automaton = masker.automaton();
    }

    /** Takes the next piece, and gives what can be shown by now. */
    public String write(String piece) {
        refresh();
        for (int index = 0; index < piece.length(); index++) {
            char character = piece.charAt(index);
            held.append(character);
            if (character != '\r' && character != '\n') {
                read(character);
            }
        }
        return show(automaton.depth(state) == 0 ? held.length() : place(automaton.depth(state)));
    }

    /** Gives what was held back. */
    public String flush() {
        int tail = automaton.tail(state);
        if (tail > 0 && read > 0) {
            covered.add(place(tail), held.length());
        }
        return show(held.length());
    }

    /** A whole line, without its end, to be shown at once. */
    public String line(String line) {
        return masker.isSecret(line) ? Masker.MASK : write(line) + flush();
    }

    private void refresh() {
        Automaton current = masker.automaton();
        if (current != automaton) {
            state = current.translate(automaton, state);
            automaton = current;
        }
    }

    private void read(char character) {
        if (read == places.length) {
            places = Arrays.copyOf(places, read * 2);
        }
        places[read++] = held.length() - 1;
        state = automaton.next(state, character);
        int found = automaton.found(state);
        if (found > 0) {
            covered.add(place(found), held.length());
        }
    }

    /** Where the last so many characters begin; at the beginning of the held text if some were shown before. */
    private int place(int characters) {
        return characters > read ? 0 : places[read - characters];
    }

    private String show(int end) {
        StringBuilder text = new StringBuilder(end);
        int from = 0;
        boolean open = false;
        for (int index = 0; index < covered.count() && covered.start(index) < end; index++) {
            text.append(held, from, covered.start(index));
            if (!shown || covered.start(index) > 0) {
                text.append(Masker.MASK);
            }
            from = Math.min(covered.end(index), end);
            open = covered.end(index) > end;
        }
        text.append(held, from, end);
        boolean untouched = end == 0;
        shown = untouched ? shown : open;
        drop(end);
        return text.toString();
    }

    private void drop(int end) {
        held.delete(0, end);
        covered.cut(end);
        int kept = 0;
        for (int index = 0; index < read; index++) {
            if (places[index] >= end) {
                places[kept++] = places[index] - end;
            }
        }
        read = kept;
    }
}
