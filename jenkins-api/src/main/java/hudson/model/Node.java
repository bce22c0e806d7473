package hudson.model;

import hudson.ExtensionPoint;
import hudson.security.AccessControlled;
import java.io.File;
import java.io.IOException;

/** A machine that runs builds. */
public abstract class Node extends AbstractModelObject
        implements ReconfigurableDescribable<Node>, ExtensionPoint, AccessControlled, PersistenceRoot {
    public abstract String getNodeName();

    public final Computer toComputer() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public void save() throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }
}
