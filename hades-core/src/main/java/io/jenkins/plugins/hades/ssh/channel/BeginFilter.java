package io.jenkins.plugins.hades.ssh.channel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Holds back what comes before a mark: what the login shell's own files wrote before the command began. Not thread-safe. */
final class BeginFilter {
    /** As much of the noise is kept to be shown, and to find the mark in. */
    private static final int KEPT = 64 * 1024;

    private final byte[] mark;
    private byte[] before = new byte[0];
    private boolean begun;

    BeginFilter(byte[] mark) {
        this.mark = mark.clone();
    }

    boolean begun() {
        return begun;
    }

    /** What came before the mark. */
    String noise() {
        return new String(before, StandardCharsets.UTF_8).strip();
    }

    /**
     * Takes the next bytes before the mark has been seen.
     *
     * @return what follows the mark; empty if it has not come yet, or nothing follows
     */
    byte[] take(byte[] data, int offset, int length) {
        byte[] all = Arrays.copyOf(before, before.length + length);
        System.arraycopy(data, offset, all, before.length, length);
        int from = Math.max(0, before.length - mark.length + 1);
        for (int i = from; i + mark.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + mark.length, mark, 0, mark.length)) {
                begun = true;
                before = Arrays.copyOf(all, i);
                return Arrays.copyOfRange(all, i + mark.length, all.length);
            }
        }
        before = all.length <= KEPT ? all : Arrays.copyOfRange(all, all.length - KEPT, all.length);
        return new byte[0];
    }
}
