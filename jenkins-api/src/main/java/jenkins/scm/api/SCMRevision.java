package jenkins.scm.api;

import java.io.Serializable;

/** A revision of a branch. */
public abstract class SCMRevision implements Serializable {
    protected SCMRevision(SCMHead head) {}

    public final SCMHead getHead() {
        throw new UnsupportedOperationException("compile-only");
    }
}
