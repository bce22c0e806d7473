package hudson.model;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;

/** One run of a job. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, Comparable<RunT>, AccessControlled, PersistenceRoot {
    public static final Permission DELETE = null;
    public static final Permission UPDATE = null;

    protected Run(JobT job) throws IOException {}

    public Result getResult() {
        throw new UnsupportedOperationException("compile-only");
    }

    public void setResult(Result r) {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean isBuilding() {
        throw new UnsupportedOperationException("compile-only");
    }

    public Executor getExecutor() {
        throw new UnsupportedOperationException("compile-only");
    }

    public List<Cause> getCauses() {
        throw new UnsupportedOperationException("compile-only");
    }

    public <T extends Cause> T getCause(Class<T> type) {
        throw new UnsupportedOperationException("compile-only");
    }

    public JobT getParent() {
        throw new UnsupportedOperationException("compile-only");
    }

    public final long getTimeInMillis() {
        throw new UnsupportedOperationException("compile-only");
    }

    public long getDuration() {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getFullDisplayName() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException("compile-only");
    }

    public int getNumber() {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getUrl() {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getId() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public ACL getACL() {
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

    public EnvVars getEnvironment(TaskListener listener) throws IOException, InterruptedException {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getExternalizableId() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static Run<?, ?> fromExternalizableId(String id) throws IllegalArgumentException, AccessDeniedException {
        throw new UnsupportedOperationException("compile-only");
    }
}
