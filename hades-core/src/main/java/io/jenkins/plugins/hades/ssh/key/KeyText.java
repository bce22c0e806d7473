package io.jenkins.plugins.hades.ssh.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** How a public key is written for people and for files. */
public final class KeyText {
    private KeyText() {}

    /** The key's type as it stands in known_hosts and authorized_keys: {@code ssh-ed25519}. */
    public static String type(PublicKey key) {
        return KeyUtils.getKeyType(key);
    }

    /** The key as SSH sends it. */
    public static byte[] blob(PublicKey key) {
        ByteArrayBuffer buffer = new ByteArrayBuffer();
        buffer.putRawPublicKey(key);
        return buffer.getCompactData();
    }

    /** The line of an authorized_keys file, and the end of a known_hosts line: {@code ssh-ed25519 AAAA…}. */
    public static String line(PublicKey key) {
        return type(key) + " " + base64(key);
    }

    /** The key as SSH sends it, in base64. */
    public static String base64(PublicKey key) {
        return Base64.getEncoder().encodeToString(blob(key));
    }

    /** The fingerprint as OpenSSH shows it: {@code SHA256:…}. */
    public static String fingerprint(PublicKey key) {
        return fingerprint(blob(key));
    }

    /** The fingerprint of a key as SSH sends it. */
    public static String fingerprint(byte[] blob) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }
}
