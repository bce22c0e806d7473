package hudson.slaves;

/** A launcher that wraps another. */
public abstract class DelegatingComputerLauncher extends ComputerLauncher {
    protected DelegatingComputerLauncher(ComputerLauncher launcher) {}

    public ComputerLauncher getLauncher() {
        throw new UnsupportedOperationException("compile-only");
    }
}
