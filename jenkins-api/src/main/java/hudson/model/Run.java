package hudson.model;

import hudson.ExtensionPoint;
import hudson.security.AccessControlled;
import java.io.File;
import java.io.IOException;

/** One run of a job. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, Comparable<RunT>, AccessControlled, PersistenceRoot {
    protected Run(JobT job) throws IOException {}

    public <T extends Cause> T getCause(Class<T> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    public JobT getParent() {
        throw new UnsupportedOperationException("compile-only");
    }

    public int getNumber() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public int compareTo(RunT that) {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public synchronized void save() throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }
}
