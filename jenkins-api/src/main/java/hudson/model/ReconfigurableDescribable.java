package hudson.model;

import hudson.model.Descriptor.FormException;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/** A describable that takes part in its own reconfiguration. */
public interface ReconfigurableDescribable<T extends ReconfigurableDescribable<T>> extends Describable<T> {
    default T reconfigure(StaplerRequest2 req, JSONObject form) throws FormException {
        throw new UnsupportedOperationException("compile-only");
    }
}
