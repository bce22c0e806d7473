package io.jenkins.plugins.hades.secret;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals with a key that is known to all tests. */
public final class TestSealer implements Sealer {
    private static final int NONCE = 12;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** With the usual key. */
    public TestSealer() {
        this("the key of the tests");
    }

    /** With a key made from this text. */
    public TestSealer(String text) {
        this.key = new SecretKeySpec(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 32), "AES");
    }

    @Override
    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, plain, place);
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    @Override
    public byte[] open(byte[] sealed, String place) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        return apply(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length), place);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] input, String place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL, "Opening a secret", "it was sealed for another key or place", "", e);
        }
    }
}
