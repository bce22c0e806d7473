package jenkins.scm.api;

import hudson.ExtensionPoint;
import hudson.model.Item;

/** Where the branches of an item come from. */
public abstract class SCMSource {
    private SCMSource() {}

    /** Finds the source of an item's branch. */
    public abstract static class SourceByItem implements ExtensionPoint {
        public static SCMSource findSource(Item item) {
            throw new UnsupportedOperationException("compile-only");
        }
    }
}
