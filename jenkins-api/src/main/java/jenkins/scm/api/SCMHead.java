package jenkins.scm.api;

import hudson.ExtensionPoint;
import hudson.model.Item;
import java.io.Serializable;

/** A branch, a tag or a pull request. */
public class SCMHead implements Serializable {
    public SCMHead(String name) {}

    public String getName() {
        throw new UnsupportedOperationException("compile-only");
    }

    public SCMHeadOrigin getOrigin() {
        throw new UnsupportedOperationException("compile-only");
    }

    /** Finds the branch that an item stands for. */
    public abstract static class HeadByItem implements ExtensionPoint {
        public static SCMHead findHead(Item item) {
            throw new UnsupportedOperationException("compile-only");
        }
    }
}
