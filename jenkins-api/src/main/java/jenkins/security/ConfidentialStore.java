package jenkins.security;

/** Keeps Jenkins' keys. */
public abstract class ConfidentialStore {
    public abstract byte[] randomBytes(int size);

    public static ConfidentialStore get() {
        throw new UnsupportedOperationException("compile-only");
    }
}
