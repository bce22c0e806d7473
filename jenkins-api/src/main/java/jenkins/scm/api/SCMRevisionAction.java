package jenkins.scm.api;

import hudson.model.Actionable;
import hudson.model.InvisibleAction;

/** Keeps a run's revision. */
public class SCMRevisionAction extends InvisibleAction {
    public SCMRevisionAction(SCMSource source, SCMRevision revision) {}

    public SCMRevision getRevision() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static SCMRevision getRevision(SCMSource source, Actionable actionable) {
        throw new UnsupportedOperationException("compile-only");
    }
}
