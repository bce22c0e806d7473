package hudson.util;

import java.io.Serializable;

/** A text that Jenkins keeps encrypted. */
public final class Secret implements Serializable {
    Secret() {}

    public String getPlainText() {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getEncryptedValue() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static Secret decrypt(String data) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static Secret fromString(String data) {
        throw new UnsupportedOperationException("compile-only");
    }

    public static String toString(Secret s) {
        throw new UnsupportedOperationException("compile-only");
    }
}
