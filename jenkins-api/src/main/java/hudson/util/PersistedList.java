package hudson.util;

import java.util.AbstractList;

/** A list that saves its owner when it changes. */
public class PersistedList<T> extends AbstractList<T> {
    protected PersistedList() {}

    @Override
    public T get(int index) {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public int size() {
        throw new UnsupportedOperationException("compile-only");
    }
}
