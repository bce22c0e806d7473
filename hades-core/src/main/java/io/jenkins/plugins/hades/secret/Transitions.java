package io.jenkins.plugins.hades.secret;

/** A map from a state and a character to a state, in plain arrays. */
final class Transitions {
    private long[] keys = new long[256];
    private int[] states = new int[256];
    private int count;

    /** The state that follows; 0 if none does. */
    int get(int state, char character) {
        return states[slot(key(state, character))];
    }

    /** Adds one that was not there. */
    void put(int state, char character, int next) {
        if (count * 2 >= keys.length) {
            grow();
        }
        store(key(state, character), next);
        count++;
    }

    private void store(long key, int next) {
        int slot = slot(key);
        keys[slot] = key;
        states[slot] = next;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (states[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldStates = states;
        keys = new long[oldKeys.length * 2];
        states = new int[keys.length];
        for (int index = 0; index < oldKeys.length; index++) {
            if (oldStates[index] != 0) {
                store(oldKeys[index], oldStates[index]);
            }
        }
    }

    private static long key(int state, char character) {
        return ((long) state << Character.SIZE) | character;
    }
}
