package hudson;

import java.util.AbstractList;
import jenkins.model.Jenkins;

/** The known implementations of one extension point. */
public class ExtensionList<T> extends AbstractList<T> {
    protected ExtensionList(Jenkins jenkins, Class<T> extensionType) {}

    @Override
    public T get(int index) {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public int size() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static <T> ExtensionList<T> lookup(Class<T> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static <U> U lookupSingleton(Class<U> type) {
        throw new UnsupportedOperationException("compile-only");
    }
}
