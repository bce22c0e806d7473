package jenkins.scm.api;

/** Something that happened to a repository. */
public abstract class SCMEvent<P> {
    protected SCMEvent(SCMEvent<P> copy) {}

    public Type getType() {
        throw new UnsupportedOperationException("compile-only");
    }

    public long getTimestamp() {
        throw new UnsupportedOperationException("compile-only");
    }

    public P getPayload() {
        throw new UnsupportedOperationException("compile-only");
    }

    /** What happened. */
    public enum Type {
        REMOVED
    }
}
