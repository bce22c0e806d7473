package hudson.slaves;

import hudson.model.Computer;
import hudson.model.Slave;

/** An agent at run time. */
public class SlaveComputer extends Computer {
    public SlaveComputer(Slave slave) {
        super(slave);
    }

    @Override
    public Slave getNode() {
        throw new UnsupportedOperationException("compile-only");
    }

    public ComputerLauncher getLauncher() {
        throw new UnsupportedOperationException("compile-only");
    }

    public ComputerLauncher getDelegatedLauncher() {
        throw new UnsupportedOperationException("compile-only");
    }
}
