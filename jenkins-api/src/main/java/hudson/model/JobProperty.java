package hudson.model;

import hudson.ExtensionPoint;
import hudson.model.Descriptor.FormException;
import java.util.Collection;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** A part of a job's configuration that a plugin adds. */
public abstract class JobProperty<J extends Job<?, ?>>
        implements ReconfigurableDescribable<JobProperty<?>>, ExtensionPoint {
    protected transient J owner;

    protected void setOwner(J owner) {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public JobPropertyDescriptor getDescriptor() {
        throw new UnsupportedOperationException("compile-only");
    }

    public Collection<? extends Action> getJobActions(J job) {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public JobProperty<?> reconfigure(StaplerRequest2 req, JSONObject form) throws FormException {
        throw new UnsupportedOperationException("compile-only");
    }
}
