package io.jenkins.plugins.hades.cli.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.secret.Sealer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Seals by AES-256-GCM (Google Tink) under a key in a file that only its owner may read. The key is made with the first secret that is sealed, and read once; a
 * lost key makes the secrets unreadable. Thread-safe.
 */
public final class KeyFileSealer implements Sealer {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private Aead aead;

    /** @param file the key's file; made when it is first needed */
    public KeyFileSealer(Path file) {
        this.file = file;
    }

    @Override
    public byte[] seal(byte[] plain, String place) {
        try {
            return aeadOrNew().encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | GeneralSecurityException e) {
            throw failed("Sealing a secret", e, "Look at the file and its folder");
        }
    }

    @Override
    public byte[] open(byte[] sealed, String place) {
        try {
            return aead().decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | GeneralSecurityException e) {
            throw failed(
                    "Opening a secret",
                    e,
                    "Bring the key file back that the secret was sealed with, or set the secret again");
        }
    }

    /** A key that was read stays the one in use, even when its file is gone by now: another one would not open what it sealed. */
    private synchronized Aead aeadOrNew() throws IOException, GeneralSecurityException {
        if (aead == null && !Files.exists(file)) {
            make();
        }
        return aead();
    }

    private synchronized Aead aead() throws IOException, GeneralSecurityException {
        if (aead == null) {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new HadesException(
                        ErrorKind.UNTRUSTED,
                        "Reading the key " + file,
                        "others than its owner may read or change it",
                        "chmod 600 it, and set the secrets again if somebody may have read it");
            }
            AeadConfig.register();
            KeysetHandle keys =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        }
        return aead;
    }

    private synchronized void make() throws IOException, GeneralSecurityException {
        AeadConfig.register();
        String text = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        Files.createDirectories(file.getParent());
        Path fresh =
                Files.createTempFile(file.getParent(), "key", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(fresh, text);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            aead = null;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private HadesException failed(String doing, Exception e, String remedy) {
        return new HadesException(
                ErrorKind.INTERNAL,
                doing + " with the key " + file,
                e.getClass().getSimpleName() + " " + e.getMessage(),
                remedy,
                e);
    }
}
