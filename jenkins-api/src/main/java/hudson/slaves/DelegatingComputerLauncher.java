package hudson.slaves;

/** A launcher that wraps another. */
public abstract class DelegatingComputerLauncher extends ComputerLauncher {
    protected ComputerLauncher launcher;

    protected DelegatingComputerLauncher(ComputerLauncher launcher) {
        this.launcher = launcher;
    }

    public ComputerLauncher getLauncher() {
        throw new UnsupportedOperationException("compile-only");
    }
}
