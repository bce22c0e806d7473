package io.jenkins.plugins.hades.testbed.ssh;

import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A key pair that is good for nothing but tests and the demo.
 *
 * @param privateKey the file of the private key, mode 0600
 * @param passphrase what it is encrypted with, empty for none
 */
public record SshKey(Path privateKey, String passphrase) {

    /**
     * Makes an unencrypted key pair in OpenSSH's format.
     *
     * @param folder where its two files go, under a new name
     * @param type its kind
     * @return the key
     */
    public static SshKey generate(Path folder, KeyType type) {
        return generate(folder, type, KeyFormat.OPENSSH, "");
    }

    /**
     * Makes a key pair by ssh-keygen.
     *
     * @param folder where its two files go, under a new name
     * @param type its kind
     * @param format how the private key is written
     * @param passphrase at least five characters, or empty for an unencrypted key
     * @return the key
     */
    public static SshKey generate(Path folder, KeyType type, KeyFormat format, String passphrase) {
        Path file = folder.resolve("key-" + type.option() + "-" + UUID.randomUUID());
        write(file, type, format, passphrase);
        return new SshKey(file, passphrase);
    }

    static void write(Path file, KeyType type, KeyFormat format, String passphrase) {
        List<String> words = new ArrayList<>(
                List.of("ssh-keygen", "-q", "-t", type.option(), "-b", type.bits(), "-N", passphrase, "-C", "testbed"));
        if (format != KeyFormat.OPENSSH) {
            words.addAll(List.of("-m", format.name()));
        }
        words.addAll(List.of("-f", file.toString()));
        Command.of(words).run().orFail();
    }

    /**
     * The public key.
     *
     * @return one line as in {@code authorized_keys}: type, key, comment
     */
    public String publicLine() {
        return publicLine(privateKey);
    }

    /**
     * The text of the private key's file.
     *
     * @return the file's content
     */
    public String privateText() {
        return read(privateKey);
    }

    static String publicLine(Path privateKey) {
        return read(Path.of(privateKey + ".pub")).strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new TestbedException("Cannot read the key file " + file + ": " + e.getMessage(), e);
        }
    }
}
