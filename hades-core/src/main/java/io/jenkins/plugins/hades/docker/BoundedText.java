package io.jenkins.plugins.hades.docker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the first or the last bytes of a text, however much comes. */
final class BoundedText {
    private final boolean first;
    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private BoundedText(boolean first, int limit) {
        this.first = first;
        this.limit = limit;
    }

    static BoundedText first(int limit) {
        return new BoundedText(true, limit);
    }

    static BoundedText last(int limit) {
        return new BoundedText(false, limit);
    }

    void add(byte[] piece) {
        if (first) {
            kept.write(piece, 0, Math.min(piece.length, limit - kept.size()));
            return;
        }
        kept.write(piece, 0, piece.length);
        if (kept.size() > 2 * limit) {
            shorten();
        }
    }

    String text() {
        if (kept.size() > limit) {
            shorten();
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private void shorten() {
        byte[] all = kept.toByteArray();
        kept.reset();
        kept.write(all, all.length - limit, limit);
    }
}
