package hudson.model;

import hudson.ExtensionPoint;
import java.io.IOException;
import java.util.Collection;

/** An item that runs. */
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint {
    @SuppressWarnings("rawtypes")
    protected Job(ItemGroup parent, String name) {
        super(parent, name);
    }

    @SuppressWarnings("rawtypes")
    @Override
    public Collection<? extends Job> getAllJobs() {
        throw new UnsupportedOperationException("compile-only");
    }

    public void addProperty(JobProperty<? super JobT> jobProp) throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    public void removeProperty(JobProperty<? super JobT> jobProp) throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    public <T extends JobProperty> T removeProperty(Class<T> clazz) throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    public <T extends JobProperty> T getProperty(Class<T> clazz) {
        throw new UnsupportedOperationException("compile-only");
    }

    public RunT getBuildByNumber(int n) {
        throw new UnsupportedOperationException("compile-only");
    }

    public RunT getLastBuild() {
        throw new UnsupportedOperationException("compile-only");
    }
}
