package io.jenkins.plugins.hades.ssh.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateKeysTest {
    private static final String PASSPHRASE = "öpen sesame 'x";

    @TempDir
    private Path folder;

    private String generate(String... options) throws IOException, InterruptedException {
        Path file = folder.resolve("key");
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder.resolve("key.pub"));
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-f", file.toString()));
        command.addAll(List.of(options));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return Files.readString(file);
    }

    private String publicKey() throws IOException {
        String[] words = Files.readString(folder.resolve("key.pub")).split(" ", -1);
        return words[0] + " " + words[1].strip();
    }

    private static HadesException failure(String text, Optional<String> passphrase) {
        HadesException failure =
                catchThrowableOfType(HadesException.class, () -> PrivateKeys.read(text, passphrase, "server x"));
        assertThat(failure).isNotNull().hasMessageContaining("server x");
        assertThat(failure).hasMessageNotContaining(PASSPHRASE);
        return failure;
    }

    @Test
    void readsAKeyWithAPassphrase() throws Exception {
        String text = generate("-t", "ed25519", "-N", PASSPHRASE);

        assertThat(KeyText.line(PrivateKeys.read(text, Optional.of(PASSPHRASE), "server x")
                        .getPublic()))
                .isEqualTo(publicKey());
        assertThat(failure(text, Optional.of("no")).kind()).isEqualTo(ErrorKind.UNTRUSTED);
        assertThat(failure(text, Optional.of("no")).reason()).isEqualTo("its passphrase is wrong");
        assertThat(failure(text, Optional.empty()).reason()).isEqualTo("it is encrypted and no passphrase was given");
    }

    @Test
    void readsAnEncryptedEd25519KeyInPkcs8() throws Exception {
        Path file = folder.resolve("pkcs8");
        assertThat(new ProcessBuilder(
                                "openssl",
                                "genpkey",
                                "-algorithm",
                                "ed25519",
                                "-aes256",
                                "-pass",
                                "pass:secret",
                                "-out",
                                file.toString())
                        .start()
                        .waitFor())
                .isZero();
        String text = Files.readString(file);

        assertThat(KeyText.type(PrivateKeys.read(text, Optional.of("secret"), "server x")
                        .getPublic()))
                .isEqualTo("ssh-ed25519");
        assertThat(failure(text, Optional.of("no")).reason()).isEqualTo("its passphrase is wrong");
        assertThat(failure(text, Optional.empty()).reason()).isEqualTo("it is encrypted and no passphrase was given");
    }

    @Test
    void doesNotMindAPassphraseForAKeyThatNeedsNone() throws Exception {
        String text = generate("-t", "ecdsa", "-N", "");

        assertThat(KeyText.line(PrivateKeys.read(text, Optional.of("unused"), "server x")
                        .getPublic()))
                .isEqualTo(publicKey());
    }

    @Test
    void doesNotMindHowTheTextWasPasted() throws Exception {
        String text = generate("-t", "ed25519", "-N", "");

        for (String pasted : List.of("\n\n" + text.strip(), text.replace("\n", "\r\n"), text + "\n\n")) {
            assertThat(KeyText.line(PrivateKeys.read(pasted, Optional.empty(), "server x")
                            .getPublic()))
                    .isEqualTo(publicKey());
        }
    }

    @Test
    void showsFingerprintsAsOpensshDoes() throws Exception {
        String text = generate("-t", "rsa", "-b", "2048", "-N", "");
        Process keygen = new ProcessBuilder(
                        "ssh-keygen", "-lf", folder.resolve("key.pub").toString())
                .start();
        String shown = new String(keygen.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shown)
                .contains(KeyText.fingerprint(
                        PrivateKeys.read(text, Optional.empty(), "server x").getPublic()));
    }

    @Test
    void saysWhatATextIsThatIsNoPrivateKey() throws Exception {
        Map<String, String> reasons = Map.of(
                "", "it is empty",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJVJ", "it is a public key",
                "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none", "it is in PuTTY's format",
                "hello", "it is no private key in OpenSSH or PEM format");

        reasons.forEach((text, reason) -> {
            assertThat(failure(text, Optional.empty()).reason()).isEqualTo(reason);
            assertThat(failure(text, Optional.empty()).kind()).isEqualTo(ErrorKind.BAD_INPUT);
        });
        String text = generate("-t", "ed25519", "-N", "");
        assertThat(failure(text.substring(0, 200) + "\n-----END OPENSSH PRIVATE KEY-----\n", Optional.empty())
                        .reason())
                .isEqualTo("it is damaged or of an unknown kind");
    }
}
