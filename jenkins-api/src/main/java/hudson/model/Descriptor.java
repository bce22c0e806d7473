package hudson.model;

import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;

/** Describes a describable: its name, its form, the checks of its fields. */
public abstract class Descriptor<T extends Describable<T>> implements Saveable {
    protected Descriptor() {}

    public String getDisplayName() {
        throw new UnsupportedOperationException("compile-only");
    }

    public T newInstance(StaplerRequest2 req, JSONObject formData) throws FormException {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public synchronized void save() {
        throw new UnsupportedOperationException("compile-only");
    }

    public synchronized void load() {
        throw new UnsupportedOperationException("compile-only");
    }

    /** A form whose content is refused. */
    public static final class FormException extends Exception implements HttpResponse {
        public FormException(String message, Throwable cause, String formField) {
            super(message, cause);
        }
    }
}
