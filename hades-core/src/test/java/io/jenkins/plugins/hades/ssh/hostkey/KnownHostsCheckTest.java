package io.jenkins.plugins.hades.ssh.hostkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.key.KeyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHostsCheckTest {
    private static PublicKey rsa;
    private static PublicKey other;
    private static PublicKey ecdsa;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        rsa = generator.generateKeyPair().getPublic();
        other = generator.generateKeyPair().getPublic();
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(256);
        ecdsa = curve.generateKeyPair().getPublic();
    }

    @BeforeEach
    void choose() {
        file = folder.resolve("known_hosts");
    }

    private void write(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines));
    }

    private KnownHostsCheck check(String host, int port) {
        return new KnownHostsCheck(file, host, port, "server x (u@" + host + ":" + port + ")", false);
    }

    private KnownHostsCheck first(String host) {
        return new KnownHostsCheck(file, host, 22, "server x", true);
    }

    private void accepts(String host, int port, PublicKey key) {
        assertThatCode(() -> check(host, port).verify(key)).doesNotThrowAnyException();
    }

    private HadesException refusal(KnownHostsCheck check, PublicKey key) {
        HadesException refusal = catchThrowableOfType(HadesException.class, () -> check.verify(key));
        assertThat(refusal).isNotNull();
        assertThat(refusal.kind()).isEqualTo(ErrorKind.UNTRUSTED);
        return refusal;
    }

    @Test
    void acceptsAKeyThatStandsThere() throws Exception {
        write(
                "# a comment",
                "",
                "nonsense",
                "b.example " + KeyText.line(other),
                "a.example,10.0.0.1 " + KeyText.line(rsa) + " comment");

        accepts("a.example", 22, rsa);
        accepts("A.Example", 22, rsa);
        accepts("10.0.0.1", 22, rsa);
    }

    @Test
    void tellsPortsApart() throws Exception {
        write(
                "[a.example]:2222 " + KeyText.line(rsa),
                "a.example " + KeyText.line(other),
                "[::1]:2222 " + KeyText.line(rsa));

        accepts("a.example", 2222, rsa);
        accepts("a.example", 22, other);
        accepts("::1", 2222, rsa);
        refusal(check("a.example", 22), rsa);
        refusal(check("a.example", 2200), rsa);
    }

    @Test
    void understandsPatternsAndTheirNegation() throws Exception {
        write("*.example,!bad.example,10.0.0.? " + KeyText.line(rsa));

        accepts("good.example", 22, rsa);
        accepts("10.0.0.7", 22, rsa);
        refusal(check("bad.example", 22), rsa);
        refusal(check("10.0.0.77", 22), rsa);
        refusal(check("goodXexample", 22), rsa);
    }

    @Test
    void understandsNamesThatSshKeygenHashed() throws Exception {
        write("a.example " + KeyText.line(rsa), "[a.example]:2222 " + KeyText.line(other), "");
        Process keygen = new ProcessBuilder("ssh-keygen", "-H", "-f", file.toString())
                .redirectErrorStream(true)
                .start();
        keygen.getInputStream().readAllBytes();
        assertThat(keygen.waitFor()).isZero();
        assertThat(Files.readString(file)).doesNotContain("example").contains("|1|");

        accepts("a.example", 22, rsa);
        accepts("a.example", 2222, other);
        refusal(check("b.example", 22), rsa);
    }

    @Test
    void refusesARevokedKeyThoughItStandsThereToo() throws Exception {
        write("a.example " + KeyText.line(rsa), "@revoked * " + KeyText.line(rsa));

        assertThat(refusal(check("a.example", 22), rsa).reason()).contains("line 2", "revoked");
        assertThat(refusal(first("a.example"), rsa).reason()).contains("revoked");
    }

    @Test
    void takesNoKeyOfAnAuthorityForAHostsKey() throws Exception {
        write("@cert-authority *.example " + KeyText.line(rsa), "@unknown a.example " + KeyText.line(rsa));

        assertThat(refusal(check("a.example", 22), rsa).reason()).contains("unknown");
    }

    @Test
    void showsBothFingerprintsOfAChangedKey() throws Exception {
        write("a.example " + KeyText.line(rsa));

        HadesException refusal = refusal(check("a.example", 22), other);

        assertThat(refusal.reason())
                .contains("changed", KeyText.fingerprint(rsa), KeyText.fingerprint(other), "line 1");
    }

    @Test
    void aKeyOfAnotherTypeThanKnownIsNoFirstUse() throws Exception {
        write("a.example " + KeyText.line(rsa));

        assertThat(refusal(check("a.example", 22), ecdsa).reason()).contains("changed");
        assertThat(refusal(first("a.example"), ecdsa).reason()).contains("changed");
        assertThat(Files.readString(file)).isEqualTo("a.example " + KeyText.line(rsa));
    }

    @Test
    void acceptsAnyOfSeveralKeysAndAsksForTheirTypes() throws Exception {
        write("a.example " + KeyText.line(rsa), "a.example " + KeyText.line(ecdsa), "a.example " + KeyText.line(other));

        accepts("a.example", 22, rsa);
        accepts("a.example", 22, ecdsa);
        accepts("a.example", 22, other);
        assertThat(check("a.example", 22).knownTypes()).containsExactly("ssh-rsa", "ecdsa-sha2-nistp256");
    }

    @Test
    void anUnknownHostIsRefusedAndNothingIsWritten() {
        HadesException refusal = refusal(check("a.example", 22), rsa);

        assertThat(refusal.reason()).contains("unknown", KeyText.fingerprint(rsa), file.toString());
        assertThat(refusal.remedy().orElseThrow()).endsWith("a.example " + KeyText.line(rsa));
        assertThat(file).doesNotExist();
    }

    @Test
    void aFirstKeyIsWrittenForTheOwnerOnlyAndThenKnown() throws Exception {
        file = folder.resolve("deep/er/known_hosts");

        first("a.example").verify(rsa);

        assertThat(Files.readString(file)).isEqualTo("a.example " + KeyText.line(rsa) + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        accepts("a.example", 22, rsa);
        refusal(first("a.example"), other);
    }

    @Test
    void aFirstKeyIsAddedToAFileWhoseLastLineHasNoEnd() throws Exception {
        write("b.example " + KeyText.line(other));

        first("a.example").verify(rsa);

        assertThat(Files.readAllLines(file))
                .containsExactly("b.example " + KeyText.line(other), "a.example " + KeyText.line(rsa));
    }

    @Test
    void ofTwoFirstKeysAtOnceOneIsAccepted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> attempts = IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            first("a.example").verify(i % 2 == 0 ? rsa : other);
                            return true;
                        } catch (HadesException e) {
                            return false;
                        }
                    })
                    .toList();
            int accepted = 0;
            for (Future<Boolean> result : threads.invokeAll(attempts)) {
                accepted += result.get() ? 1 : 0;
            }

            assertThat(accepted).isEqualTo(8);
            assertThat(Files.readAllLines(file)).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsAnErrorWithTheLineToAdd() throws Exception {
        Files.createDirectory(file);

        HadesException failure = catchThrowableOfType(
                HadesException.class, () -> first("a.example").verify(rsa));

        assertThat(failure).hasMessageContaining(file.toString());
    }

    @Test
    void pinsAcceptWhatTheyNameOnly() {
        for (String pin : List.of(KeyText.line(rsa), KeyText.line(rsa) + " comment", KeyText.fingerprint(rsa))) {
            PinnedCheck check = new PinnedCheck(List.of(pin), "server x");

            assertThatCode(() -> check.verify(rsa)).doesNotThrowAnyException();
            assertThat(catchThrowableOfType(HadesException.class, () -> check.verify(other))
                            .reason())
                    .contains(KeyText.fingerprint(rsa), KeyText.fingerprint(other));
        }
        assertThat(new PinnedCheck(List.of(KeyText.line(rsa)), "x").knownTypes())
                .containsExactly("ssh-rsa");
        assertThat(new PinnedCheck(List.of(KeyText.fingerprint(rsa)), "x").typesUnknown())
                .isTrue();
    }

    @Test
    void pinsThatAreNoKeysAreBadInput() {
        for (List<String> pins : List.of(
                List.<String>of(),
                List.of(""),
                List.of("ssh-rsa"),
                List.of("SHA256:short"),
                List.of("MD5:aa:bb"),
                List.of("ssh-rsa !!!"))) {
            assertThat(catchThrowableOfType(HadesException.class, () -> new PinnedCheck(pins, "server x"))
                            .kind())
                    .isEqualTo(ErrorKind.BAD_INPUT);
        }
    }
}
