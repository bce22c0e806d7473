package hudson.util;

import java.io.IOException;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;

/** A list that saves its owner when it changes. */
public class PersistedList<T> extends AbstractList<T> {
    protected PersistedList() {}

    public void replaceBy(Collection<? extends T> col) throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public T get(int index) {
        throw new UnsupportedOperationException("compile-only");
    }

    public <U extends T> U get(Class<U> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    public <U extends T> List<U> getAll(Class<U> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public int size() {
        throw new UnsupportedOperationException("compile-only");
    }

    public void remove(Class<? extends T> type) throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    public void replace(T from, T to) throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    public List<T> toList() {
        throw new UnsupportedOperationException("compile-only");
    }
}
