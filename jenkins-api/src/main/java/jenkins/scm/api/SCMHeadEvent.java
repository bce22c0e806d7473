package jenkins.scm.api;

import java.util.Map;

/** Something that happened to branches, tags or pull requests. */
public abstract class SCMHeadEvent<P> extends SCMEvent<P> {
    private SCMHeadEvent() {
        super(null);
    }

    public boolean isMatch(SCMSource source) {
        throw new UnsupportedOperationException("compile-only");
    }

    public abstract Map<SCMHead, SCMRevision> heads(SCMSource source);
}
