package hudson.model;

import hudson.model.Descriptor.FormException;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** Describes a job's property. */
public abstract class JobPropertyDescriptor extends Descriptor<JobProperty<?>> {
    protected JobPropertyDescriptor(Class<? extends JobProperty<?>> clazz) {
        super(clazz);
    }

    protected JobPropertyDescriptor() {}

    @Override
    public JobProperty<?> newInstance(StaplerRequest2 req, JSONObject formData) throws FormException {
        throw new UnsupportedOperationException("compile-only");
    }

    @SuppressWarnings("rawtypes")
    public boolean isApplicable(Class<? extends Job> jobType) {
        throw new UnsupportedOperationException("compile-only");
    }
}
