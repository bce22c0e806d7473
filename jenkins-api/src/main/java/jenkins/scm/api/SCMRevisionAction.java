package jenkins.scm.api;

import hudson.model.Actionable;

/** Says which revision a build is of. */
public class SCMRevisionAction {
    private SCMRevisionAction() {}

    public static SCMRevision getRevision(SCMSource source, Actionable actionable) {
        throw new UnsupportedOperationException("compile-only");
    }
}
