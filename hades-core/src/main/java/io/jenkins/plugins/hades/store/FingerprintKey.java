package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.secret.Sealer;
import java.security.SecureRandom;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The key by which values of secrets are told apart. One that does not open any more is replaced: what was built by it is merely built once more. */
final class FingerprintKey {
    private static final String PLACE = "key of fingerprints";
    private static final int BYTES = 32;

    private FingerprintKey() {}

    static byte[] of(Handle handle, Sealer sealer) {
        Optional<byte[]> opened = handle.createQuery("SELECT sealed FROM fingerprint_key WHERE id = 1")
                .mapTo(byte[].class)
                .findOne()
                .flatMap(bytes -> open(sealer, bytes));
        return opened.orElseGet(() -> make(handle, sealer));
    }

    private static Optional<byte[]> open(Sealer sealer, byte[] bytes) {
        try {
            return Optional.of(sealer.open(bytes, PLACE)).filter(key -> key.length == BYTES);
        } catch (HadesException e) {
            // Sealed by a key that is lost.
            return Optional.empty();
        }
    }

    private static byte[] make(Handle handle, Sealer sealer) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        handle.execute("DELETE FROM fingerprint_key");
        handle.execute("INSERT INTO fingerprint_key (id, sealed) VALUES (1, ?)", sealer.seal(key, PLACE));
        return key;
    }
}
