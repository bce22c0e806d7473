package io.jenkins.plugins.hades.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests of archives. */
final class Digests {
    private Digests() {}

    /** The digest of a file, hexadecimal. */
    static String sha256(Path file) throws IOException {
        try (DigestInputStream digesting = of(Files.newInputStream(file))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return text(digesting);
        }
    }

    /** A stream that is digested while it is read. */
    static DigestInputStream of(InputStream stream) {
        try {
            return new DigestInputStream(stream, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The digest of what was read. */
    static String text(DigestInputStream read) {
        return HexFormat.of().formatHex(read.getMessageDigest().digest());
    }
}
