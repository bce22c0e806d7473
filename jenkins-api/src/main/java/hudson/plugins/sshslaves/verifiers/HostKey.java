package hudson.plugins.sshslaves.verifiers;

import java.io.Serializable;

/** A host's public key. */
public final class HostKey implements Serializable {
    public HostKey(String algorithm, byte[] key) {}

    public String getAlgorithm() {
        throw new UnsupportedOperationException("compile-only");
    }

    public byte[] getKey() {
        throw new UnsupportedOperationException("compile-only");
    }
}
