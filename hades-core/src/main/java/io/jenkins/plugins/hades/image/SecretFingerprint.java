package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.store.VariableValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands for a secret's value in the key of a build's inputs, which others can read: another value must give another one, and none must betray it. */
@FunctionalInterface
public interface SecretFingerprint {
    /** The fingerprint of a secret variable. */
    String of(VariableValue secret);

    /**
     * Tells values apart by an HMAC-SHA-256 of name and value. Versions would not do: a project's environments share its images, and count the versions of their
     * secrets each for itself.
     *
     * @param key at least 16 bytes that nobody but this installation knows, and that do not change
     */
    static SecretFingerprint keyed(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a fingerprint's key needs at least 16 bytes");
        }
        SecretKeySpec spec = new SecretKeySpec(key, "HmacSHA256");
        return secret -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(spec);
                byte[] name = secret.name().getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
                mac.update(name);
                return HexFormat.of().formatHex(mac.doFinal(secret.value().getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has HmacSHA256", e);
            }
        };
    }
}
