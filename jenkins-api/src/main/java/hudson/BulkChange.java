package hudson;

import hudson.model.Saveable;
import java.io.Closeable;
import java.io.IOException;

/** Several changes of one object, saved once. */
public class BulkChange implements Closeable {
    public BulkChange(Saveable saveable) {}

    public void commit() throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static boolean contains(Saveable s) {
        throw new UnsupportedOperationException("compile-only");
    }
}
