package jenkins.scm.api;

import java.io.Serializable;

/** What a branch is at a time. */
public abstract class SCMRevision implements Serializable {
    private SCMRevision() {}
}
