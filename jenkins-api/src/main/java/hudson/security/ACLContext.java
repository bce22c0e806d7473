package hudson.security;

/** The time during which another authentication is in force. */
public class ACLContext implements AutoCloseable {
    ACLContext() {}

    @Override
    public void close() {
        throw new UnsupportedOperationException("compile-only");
    }
}
