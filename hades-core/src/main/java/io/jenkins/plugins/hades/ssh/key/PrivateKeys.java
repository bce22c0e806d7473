package io.jenkins.plugins.hades.ssh.key;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Reads private keys: Ed25519, ECDSA and RSA, in OpenSSH's, PKCS#1, SEC1 or PKCS#8 form, with or without passphrase. */
public final class PrivateKeys {
    private PrivateKeys() {}

    /**
     * The key pair of this text.
     *
     * @param text the private key
     * @param passphrase its passphrase, if it has one
     * @param what whose key it is, for the error: {@code "server build"}
     * @throws HadesException of kind {@code UNTRUSTED} if the passphrase is missing or wrong, {@code BAD_INPUT} if it is no private key
     */
    public static KeyPair read(String text, Optional<String> passphrase, String what) {
        if (!text.contains("PRIVATE KEY-----")) {
            throw unreadable(what, notAKey(text), null);
        }
        boolean[] asked = {false};
        FilePasswordProvider provider = (session, resource, retry) -> {
            asked[0] = true;
            return passphrase.orElse(null);
        };
        String unix = text.replace("\r\n", "\n").strip() + "\n";
        try (ByteArrayInputStream in = new ByteArrayInputStream(unix.getBytes(StandardCharsets.UTF_8))) {
            Iterable<KeyPair> pairs = MinaLoader.call(
                    () -> SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName("private key"), in, provider));
            Iterator<KeyPair> first = pairs == null ? null : pairs.iterator();
            if (first != null && first.hasNext()) {
                return first.next();
            }
            throw unreadable(what, "it holds no key of a known kind", null);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (e instanceof HadesException already) {
                throw already;
            }
            if (asked[0] || looksEncrypted(unix)) {
                throw locked(what, passphrase.isPresent());
            }
            throw unreadable(what, "it is damaged or of an unknown kind", e);
        }
    }

    private static boolean looksEncrypted(String text) {
        return text.contains("ENCRYPTED");
    }

    private static String notAKey(String text) {
        String start = text.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("putty-user-key-file")) {
            return "it is in PuTTY's format";
        }
        if (start.startsWith("ssh-") || start.startsWith("ecdsa-")) {
            return "it is a public key";
        }
        return start.isEmpty() ? "it is empty" : "it is no private key in OpenSSH or PEM format";
    }

    private static HadesException locked(String what, boolean given) {
        return new HadesException(
                ErrorKind.UNTRUSTED,
                "Reading the private key of " + what,
                given ? "its passphrase is wrong" : "it is encrypted and no passphrase was given",
                given ? "Correct the passphrase" : "Give its passphrase, or a key without one");
    }

    private static HadesException unreadable(String what, String why, Throwable cause) {
        return new HadesException(
                ErrorKind.BAD_INPUT,
                "Reading the private key of " + what,
                why,
                "Give the private key's whole text, from -----BEGIN to -----END; ssh-keygen -p -f FILE rewrites an old one, "
                        + "puttygen FILE -O private-openssh converts PuTTY's",
                cause);
    }
}
