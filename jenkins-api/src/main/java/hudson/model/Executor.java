package hudson.model;

/** A thread of a node that runs builds. */
public class Executor extends Thread implements ModelObject {
    public Executor(Computer owner, int n) {}

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException("compile-only");
    }
}
