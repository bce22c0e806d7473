package io.jenkins.plugins.hades.jenkins.service;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import jenkins.security.ConfidentialKey;
import jenkins.security.ConfidentialStore;

/** The key that seals secret variables: 256 random bits among Jenkins' own keys, encrypted with Jenkins' master key. */
final class SealingKey extends ConfidentialKey {
    private static final int BYTES = 32;

    SealingKey() {
        super("io.jenkins.plugins.hades.variables");
    }

    /** The key, made now if there is none. */
    synchronized SecretKey get() {
        try {
            byte[] bytes = load();
            if (bytes == null) {
                bytes = ConfidentialStore.get().randomBytes(BYTES);
                store(bytes);
            }
            return new SecretKeySpec(bytes, "AES");
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    "Reading the key of Hades' secret variables from Jenkins' secrets",
                    String.valueOf(e.getMessage()),
                    "See that the folder \"secrets\" of Jenkins' home is complete and readable",
                    e);
        }
    }
}
