package jenkins.security;

import java.io.IOException;

/** A secret kept in the {@code ConfidentialStore}. */
public abstract class ConfidentialKey {
    protected ConfidentialKey(String id) {}

    protected byte[] load() throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }

    protected void store(byte[] payload) throws IOException {
        throw new UnsupportedOperationException("compile-only");
    }
}
