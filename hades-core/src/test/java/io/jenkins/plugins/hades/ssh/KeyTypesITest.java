package io.jenkins.plugins.hades.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.ssh.KeyFormat;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class KeyTypesITest {
    private static SshHosts hosts;
    private static SshServer sshd;
    private static TestHost machine;

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.HOSTS, Need.SSHD);
        hosts = new SshHosts(SshSettings.ofDefaults());
        machine = Testbed.shared().host("ssh-keys");
        sshd = SshServer.on(machine.place())
                .hostKeys(KeyType.ED25519, KeyType.ECDSA, KeyType.RSA)
                .start();
    }

    @AfterAll
    static void disconnect() {
        if (hosts != null) {
            hosts.close();
        }
    }

    static Stream<Arguments> keys() {
        List<Arguments> all = new ArrayList<>();
        for (String passphrase : List.of("", "open sesame")) {
            for (KeyType type : KeyType.values()) {
                for (KeyFormat format : KeyFormat.values()) {
                    if (type != KeyType.ED25519 || format == KeyFormat.OPENSSH) {
                        all.add(Arguments.of(type, format, passphrase));
                    }
                }
            }
        }
        return all.stream();
    }

    private static void logsIn(SshKey key) throws InterruptedException {
        sshd.authorize("root", key.publicLine());
        RemoteHost host = hosts.host(TestServers.with(TestServers.root("keys", sshd), "root", TestServers.key(key)));

        assertThat(host.run(RemoteCommand.of("id", "-un"), new DetachedContext(line -> {}))
                        .output())
                .isEqualTo("root\n");
    }

    @ParameterizedTest(name = "{0} as {1} with passphrase \"{2}\"")
    @MethodSource("keys")
    void logsInWithAKeyOfEveryKindAndForm(KeyType type, KeyFormat format, String passphrase) throws Exception {
        logsIn(SshKey.generate(machine.place().folder(), type, format, passphrase));
    }

    @ParameterizedTest(name = "ECDSA with {0} bits")
    @ValueSource(strings = {"384", "521"})
    void logsInWithEveryCurve(String bits) throws Exception {
        Path file = machine.place().folder().resolve("ecdsa-" + bits);
        Command.of("ssh-keygen", "-q", "-t", "ecdsa", "-b", bits, "-N", "", "-f", file.toString())
                .run()
                .orFail();

        logsIn(new SshKey(file, ""));
    }

    @Test
    void logsInWithAnEd25519KeyAsOpensslWritesIt() throws Exception {
        Path file = machine.place().folder().resolve("openssl-ed25519");
        Command.of("openssl", "genpkey", "-algorithm", "ed25519", "-out", file.toString())
                .run()
                .orFail();
        Command.of("chmod", "600", file.toString()).run().orFail();
        // ssh-keygen reads no Ed25519 key in PKCS #8: the public key's 32 bytes stand at the end of openssl's own form
        // of it.
        byte[] der = Base64.getMimeDecoder()
                .decode(Command.of("openssl", "pkey", "-in", file.toString(), "-pubout")
                        .run()
                        .orFail()
                        .out()
                        .replaceAll("-----[A-Z ]+-----", ""));
        ByteBuffer blob = ByteBuffer.allocate(51);
        blob.putInt(11).put("ssh-ed25519".getBytes(StandardCharsets.US_ASCII));
        blob.putInt(32).put(der, der.length - 32, 32);
        Files.writeString(
                Path.of(file + ".pub"), "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob.array()));

        logsIn(new SshKey(file, ""));
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void asksTheServerForTheHostKeyThatIsKnown(KeyType type) throws Exception {
        String line = sshd.knownHostsLines().stream()
                .filter(known -> known.contains(
                        switch (type) {
                            case ED25519 -> "ssh-ed25519";
                            case ECDSA -> "ecdsa-";
                            case RSA -> "ssh-rsa";
                        }))
                .findFirst()
                .orElseThrow();
        ServerSpec known = TestServers.root("keys", sshd);
        List<HostKeyPolicy> policies = List.of(
                new HostKeyPolicy.Pinned(List.of(line.substring(line.indexOf(' ') + 1))),
                new HostKeyPolicy.Pinned(List.of(sshd.fingerprint(type))));
        for (HostKeyPolicy policy : policies) {
            RemoteHost host = hosts.host(TestServers.with(known, policy));

            assertThat(host.run(RemoteCommand.of("true"), new DetachedContext(l -> {}))
                            .succeeded())
                    .isTrue();
        }
    }
}
