package jenkins.scm.api;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Item;

/** Where branches come from. */
@SuppressWarnings("deprecation")
public abstract class SCMSource extends AbstractDescribableImpl<SCMSource> implements ExtensionPoint {
    protected SCMSource() {}

    public final synchronized String getId() {
        throw new UnsupportedOperationException("compile-only");
    }
    /** Finds the source that an item comes from. */
    public abstract static class SourceByItem implements ExtensionPoint {

        public abstract SCMSource getSource(Item item);

        public static SCMSource findSource(Item item) {
            throw new UnsupportedOperationException("compile-only");
        }
    }
}
