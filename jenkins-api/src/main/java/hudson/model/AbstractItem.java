package hudson.model;

import java.io.File;
import java.io.IOException;

/** Base of items. */
public abstract class AbstractItem extends Actionable implements Item {
    @SuppressWarnings("rawtypes")
    protected AbstractItem(ItemGroup parent, String name) {}

    @Override
    public String getName() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    @Override
    public ItemGroup getParent() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public final String getFullName() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public final String getFullDisplayName() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public synchronized void save() throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }
}
