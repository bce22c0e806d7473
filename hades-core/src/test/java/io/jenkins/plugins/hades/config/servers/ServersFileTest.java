package io.jenkins.plugins.hades.config.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.hades.config.schema.ConfigException;
import io.jenkins.plugins.hades.config.schema.ConfigProblem;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersFileTest {
    private static final String PIN = "SHA256:" + "A".repeat(43);
    private static final String KEY = "ssh-ed25519 " + "A".repeat(68);

    @TempDir
    Path folder;

    @Test
    void readsAServerWithAllItsSettings() throws IOException {
        Files.writeString(folder.resolve("id"), "the key\n");
        ServerSpec server = read("""
                servers:
                  web-1:
                    host: 10.0.0.5
                    port: 2222
                    user: deploy
                    key: id
                    passphrase-env: PHRASE
                    host-keys: {pinned: ["%s"]}
                    roles: deploy
                    projects: [shop, team/*]
                    mounts: [/srv/files]
                    privileged: true
                    folder: /var/lib/hades
                    docker-socket: /run/user/1000/docker.sock
                """.formatted(PIN), Map.of("PHRASE", "open sesame"))
                .servers()
                .get("web-1");

        assertThat(server.name()).isEqualTo("web-1");
        assertThat(server.address().host()).isEqualTo("10.0.0.5");
        assertThat(server.address().port()).isEqualTo(2222);
        assertThat(server.address().user()).isEqualTo("deploy");
        assertThat(server.address().hostKeys()).isEqualTo(new HostKeyPolicy.Pinned(List.of(PIN)));
        assertThat(server.roles()).containsExactly(ServerRole.DEPLOY);
        assertThat(server.projects()).containsExactly("shop", "team/*");
        assertThat(server.mounts()).containsExactly("/srv/files");
        assertThat(server.privileged()).isTrue();
        assertThat(server.folder()).isEqualTo("/var/lib/hades");
        assertThat(server.dockerSocket()).isEqualTo("/run/user/1000/docker.sock");
        assertThat(server.address().login()).isInstanceOfSatisfying(SshLogin.Key.class, login -> {
            assertThat(login.pem().get()).isEqualTo("the key\n");
            assertThat(login.passphrase().get()).contains("open sesame");
        });
    }

    @Test
    void whatAServerDoesNotSayHasSafeDefaults() throws IOException {
        ServerSpec server =
                read("servers: {web: {host: h, user: u, key: /k}}").servers().get("web");

        assertThat(server.projects()).isEmpty();
        assertThat(server.mounts()).isEmpty();
        assertThat(server.privileged()).isFalse();
        assertThat(server.roles()).containsExactlyInAnyOrder(ServerRole.BUILD, ServerRole.DEPLOY);
        assertThat(server.address().port()).isEqualTo(22);
        assertThat(server.folder()).isEqualTo(ServerSpec.DEFAULT_FOLDER);
        assertThat(server.dockerSocket()).isEqualTo(ServerSpec.DEFAULT_DOCKER_SOCKET);
        assertThat(server.address().hostKeys())
                .isEqualTo(
                        new HostKeyPolicy.KnownHosts(Path.of(System.getProperty("user.home"), ".ssh", "known_hosts")));
    }

    @Test
    void theFirstKeyIsOnlyBelievedWhereTheFileSaysSo() throws IOException {
        assertThat(hostKeys("{accept-first-use: true, known-hosts: hosts}"))
                .isEqualTo(new HostKeyPolicy.AcceptFirstUse(folder.resolve("hosts")));
        assertThat(hostKeys("{accept-first-use: false, known-hosts: hosts}"))
                .isEqualTo(new HostKeyPolicy.KnownHosts(folder.resolve("hosts")));
    }

    @Test
    void aServerIsReachedThroughAnotherOne() throws IOException {
        Map<String, ServerSpec> servers = read("""
                servers:
                  inner: {host: i, user: u, key: /k, jump: middle}
                  middle: {host: m, user: u, key: /k, jump: outer}
                  outer: {host: o, user: u, key: /k}
                """).servers();

        assertThat(servers.keySet()).containsExactly("inner", "middle", "outer");
        assertThat(servers.get("inner").jump().flatMap(ServerSpec::jump)).contains(servers.get("outer"));
    }

    @Test
    void jumpsThatLeadNowhereOrInACircleAreErrors() {
        assertThat(
                        only(
                                "servers: {a: {host: h, user: u, key: /k, jump: bastoin}, bastion: {host: b, user: u, key: /k}}"))
                .contains("servers.a.jump")
                .contains("did you mean \"bastion\"?");
        assertThat(only("servers: {a: {host: h, user: u, key: /k, jump: b}, b: {host: b, user: u, key: /k, jump: a}}"))
                .contains("in a circle: a → b → a");
        assertThat(only("servers: {a: {host: h, user: u, key: /k, jump: a}}")).contains("in a circle: a → a");
    }

    @Test
    void aPasswordComesFromAFileOrAVariable() throws IOException {
        Files.writeString(folder.resolve("secret"), "from file\n");

        assertThat(password(read("servers: {a: {host: h, user: u, password-file: secret}}")))
                .isEqualTo("from file");
        assertThat(password(read("servers: {a: {host: h, user: u, password-env: PW}}", Map.of("PW", "from env"))))
                .isEqualTo("from env");
    }

    @Test
    void aPasswordMayStandInAFileThatNobodyElseCanRead() throws IOException {
        String yaml = "servers: {a: {host: h, user: u, password: s3cret}}";

        assertThat(password(ServersFile.read(file(yaml, "rw-------")))).isEqualTo("s3cret");
        for (String mode : List.of("rw-r-----", "rw----r--", "rw-rw----")) {
            Path file = file(yaml, mode);
            assertThatThrownBy(() -> ServersFile.read(file))
                    .as(mode)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("other users can read this file")
                    .hasMessageContaining("chmod 600")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void aSecretThatIsMissingIsToldWhenItIsNeeded() throws IOException {
        ServersFile file = read(
                "servers: {a: {host: h, user: u, password-env: NOPE}, b: {host: h, user: u, password-file: nope}}");

        assertThatThrownBy(() -> password(file))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("Reading the password of servers.a")
                .hasMessageContaining("NOPE is not set");
        assertThatThrownBy(() -> ((SshLogin.Password)
                                file.servers().get("b").address().login())
                        .value()
                        .get())
                .hasMessageContaining("there is no file " + folder.resolve("nope"));
    }

    @Test
    void readsHowGitHostsAreReached() throws IOException {
        Map<String, GitAccess> git =
                read("""
                git:
                  github.com: {token-env: TOKEN}
                  git.example.com:2222: {key: id, user: me, host-keys: ["%s"]}
                """.formatted(KEY), Map.of("TOKEN", "t0ken")).git();

        assertThat(git.get("github.com").token()).hasValueSatisfying(token -> {
            assertThat(token.user()).isEqualTo("x-access-token");
            assertThat(token.token().get()).isEqualTo("t0ken");
        });
        assertThat(git.get("git.example.com:2222").key()).isPresent();
        assertThat(git.get("git.example.com:2222").hostKeys()).containsExactly("[git.example.com]:2222 " + KEY);
    }

    @Test
    void readsRegistryAndStore() throws IOException {
        ServersFile file = read("""
                registry: {address: "registry.example.com:5000/team", user: ci, password-env: REG}
                store: {url: "jdbc:postgresql://db/hades", user: hades, password-env: DB}
                """, Map.of("REG", "r", "DB", "d"));

        assertThat(file.registry()).hasValueSatisfying(registry -> {
            assertThat(registry.address()).isEqualTo("registry.example.com:5000/team");
            assertThat(registry.user()).contains("ci");
            assertThat(registry.password().orElseThrow().get()).isEqualTo("r");
        });
        assertThat(file.store()).hasValueSatisfying(store -> {
            assertThat(store.url()).isEqualTo("jdbc:postgresql://db/hades");
            assertThat(store.password().orElseThrow().get()).isEqualTo("d");
        });
    }

    @Test
    void everyProblemIsToldInOneGo() throws IOException {
        Path file = file("""
                servers:
                  "a b": {host: h, user: u, key: /k}
                  one: {hots: h, key: /k, roles: [bild]}
                  two: {host: h, user: u}
                  three: {host: h, user: u, key: /k, password-env: P}
                  four: {host: h, user: u, key: /k, host-keys: {pinned: [], accept-first-use: true}}
                  five: {host: -oProxyCommand=x, user: u, key: /k, folder: ../x, mounts: [srv]}
                registry: {address: "https://x", user: u}
                store: {url: "jdbc:postgresql://db/h?password=x"}
                """, "rw-r--r--");

        ConfigException e = catchThrowableOfType(ConfigException.class, () -> ServersFile.read(file));

        assertThat(e.problems())
                .extracting(ConfigProblem::key)
                .containsExactlyInAnyOrder(
                        "servers.a b",
                        "servers.one",
                        "servers.one",
                        "servers.one.hots",
                        "servers.one.roles[0]",
                        "servers.two",
                        "servers.three.password-env",
                        "servers.four.host-keys.accept-first-use",
                        "servers.four.host-keys.pinned",
                        "servers.five.host",
                        "servers.five.folder",
                        "servers.five.mounts[0]",
                        "registry.address",
                        "registry.user",
                        "store.url");
        assertThat(e.getMessage()).contains("did you mean \"host\"?").contains("did you mean \"build\"?");
    }

    @Test
    void aFileThatIsNotThereIsAClearError() {
        assertThatThrownBy(() -> ServersFile.read(folder.resolve("nope.yml")))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND))
                .hasMessageContaining("nope.yml")
                .hasMessageContaining("docs/servers-yml.md");
    }

    @Test
    void nothingSecretIsShownByItsText() throws IOException {
        String yaml = """
                servers: {a: {host: h, user: u, password: s3cret}}
                git: {github.com: {token: s3cret}}
                registry: {address: r.example.com, user: u, password: s3cret}
                store: {url: "jdbc:postgresql://db/h", password: s3cret}
                """;

        assertThat(ServersFile.read(file(yaml, "rw-------")).toString()).doesNotContain("s3cret");
    }

    @Test
    void theAuditIsKeptForDays() throws IOException {
        assertThat(read("audit: {days: 30}").auditKept()).isEqualTo(Duration.ofDays(30));
        assertThat(only("audit: {days: 0}")).contains("a number of days from 1 to 36525");
    }

    private HostKeyPolicy hostKeys(String yaml) throws IOException {
        return read("servers: {a: {host: h, user: u, key: /k, host-keys: " + yaml + "}}")
                .servers()
                .get("a")
                .address()
                .hostKeys();
    }

    private static String password(ServersFile file) {
        return ((SshLogin.Password) file.servers().get("a").address().login())
                .value()
                .get();
    }

    private String only(String yaml) {
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(yaml));
        assertThat(e).as(yaml).isNotNull();
        assertThat(e.problems()).as(yaml).hasSize(1);
        return e.problems().get(0).text();
    }

    private ServersFile read(String yaml) throws IOException {
        return read(yaml, Map.of());
    }

    private ServersFile read(String yaml, Map<String, String> variables) throws IOException {
        return ServersFile.read(file(yaml, "rw-r--r--"), name -> Optional.ofNullable(variables.get(name)));
    }

    private Path file(String yaml, String mode) throws IOException {
        Path file = folder.resolve("servers.yml");
        Files.writeString(file, yaml);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }
}
