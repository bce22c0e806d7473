package io.jenkins.plugins.hades.jenkins.service;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.secret.Sealer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals with AES-256-GCM under a key of Jenkins. A sealed value is a version byte, a nonce of 12 bytes, then the text with its tag. */
final class JenkinsSealer implements Sealer {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Supplier<SecretKey> key;
    private final SecureRandom random = new SecureRandom();

    JenkinsSealer(Supplier<SecretKey> key) {
        this.key = key;
    }

    @Override
    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + text.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(text)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new HadesException(ErrorKind.INTERNAL, "Sealing a secret", String.valueOf(e.getMessage()), "", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String place) {
        if (sealed.length < 1 + NONCE_BYTES || sealed[0] != VERSION) {
            throw failed("it is not of the form that this version of Hades writes", null);
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] text = new byte[buffer.remaining()];
        buffer.get(text);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(text);
        } catch (AEADBadTagException e) {
            throw failed("it was sealed with another key or for another place, or was changed", e);
        } catch (GeneralSecurityException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static HadesException failed(String reason, Throwable cause) {
        return new HadesException(
                ErrorKind.INTERNAL,
                "Opening a sealed secret",
                reason,
                "Restore Jenkins' folder \"secrets\" that belongs to these records, or set the secret anew",
                cause);
    }
}
