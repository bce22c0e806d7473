package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.ForwardedKey;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshHosts;
import io.jenkins.plugins.hades.ssh.SshSettings;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitHttp;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import io.jenkins.plugins.hades.testbed.git.GitServer;
import io.jenkins.plugins.hades.testbed.ssh.KeyFormat;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build server that is reached over SSH, and a Git host that is reached from there over SSH and HTTPS. */
class GitHostITest {
    private static SshHosts hosts;
    private static TestHost builder;
    private static GitServer git;

    @TempDir
    static Path keys;

    private final GitSources sources = new GitSources(GitSettings.ofDefaults());
    private final UUID project = UUID.randomUUID();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final DetachedContext context = new DetachedContext(log::add);
    private RemoteHost server;
    private GitRepository repository;

    @BeforeAll
    static void start() {
        Testbed.require(Need.HOSTS, Need.SSHD, Need.GIT);
        hosts = new SshHosts(SshSettings.ofDefaults());
        builder = Testbed.shared().host("source-builder");
        git = Testbed.shared().git();
        git.https().certificate().orElseThrow().trustOn(builder.place());
    }

    @AfterAll
    static void stop() {
        if (hosts != null) {
            hosts.close();
        }
    }

    @BeforeEach
    void aRepository() {
        server = TestBuilder.of(hosts, "builder", builder.ssh(), ServerSpec.DEFAULT_FOLDER);
        repository = git.create("app-" + UUID.randomUUID());
        repository.commit("One", Map.of("hades.yml", "run: {}\n", "a", "1"));
    }

    @AfterEach
    void tidy() throws InterruptedException {
        sources.tidy(server, context);
    }

    @Test
    void aPublicRepositoryIsFetchedOverHttps() throws Exception {
        GitSource source = https(new GitLogin.None());
        Sources.Fetched fetched = fetch(source);
        SourceTree tree = sources.checkout(project, source, fetched, "", false, server, context);

        assertThat(fetched.revision().subject()).isEqualTo("One");
        assertThat(sources.read(project, fetched.trustedCommit(), "hades.yml", server, context))
                .contains("run: {}\n");
        assertThat(builder.file(tree.path()).resolve("a")).hasContent("1");
        sources.tidy(server, context);
        assertThat(builder.file(tree.path())).doesNotExist();
    }

    @Test
    void aPrivateRepositoryIsFetchedWithAToken() throws Exception {
        String token = "t0ken-" + UUID.randomUUID();
        git.https().protect(repository, token);

        assertThat(fetch(https(new GitLogin.Token("x-access-token", () -> token)))
                        .revision()
                        .subject())
                .isEqualTo("One");
        assertThat(log).noneMatch(line -> line.contains(token));
    }

    @Test
    void aTokenWithSpecialCharactersIsPassedUnchanged() throws Exception {
        String token = "a b'c\"d$(touch /tmp/owned)`e`\\n%s=\u00e4!*" + UUID.randomUUID();
        git.https().protect(repository, token);

        assertThat(fetch(https(new GitLogin.Token("some user", () -> token)))
                        .revision()
                        .subject())
                .isEqualTo("One");
        assertThat(builder.file("/tmp/owned")).doesNotExist();
    }

    @Test
    void aWrongTokenIsRefusedWithTheRemedy() {
        git.https().protect(repository, "right");

        fails(
                https(new GitLogin.Token("user", () -> "wrong-s3cret")),
                ErrorKind.UNTRUSTED,
                "refuses the login",
                "Give a token");
        fails(
                https(new GitLogin.None()),
                ErrorKind.UNTRUSTED,
                "the Git host wants a login",
                "give a token or a deploy key");
        fails(
                https(new GitLogin.Token("user", () -> "two\nlines")),
                ErrorKind.BAD_INPUT,
                "has a line break",
                "Store the token anew");
    }

    @Test
    void aTokenIsNotSentWithoutEncryption() {
        GitSource source = new GitSource(git.http().url(repository), new GitLogin.Token("u", () -> "t"), List.of());

        fails(source, ErrorKind.BAD_INPUT, "a token would travel over HTTP", "Use the https:// address");
    }

    @Test
    void aRepositoryThatDoesNotExistIsNotFound() {
        String url = git.https().url(repository).replace(".git", "-nope.git");

        fails(
                new GitSource(url, new GitLogin.None(), List.of()),
                ErrorKind.NOT_FOUND,
                "no such repository",
                "Check the address");
    }

    @Test
    void aGitHostThatIsNotThereIsUnreachable() {
        GitSource nothingListens =
                new GitSource("https://" + git.ssh().server().host() + ":9/app.git", new GitLogin.None(), List.of());
        GitSource noSuchName = new GitSource("https://no-such-host.invalid/app.git", new GitLogin.None(), List.of());

        fails(nothingListens, ErrorKind.UNREACHABLE, "cannot be reached from server builder", "firewall");
        fails(noSuchName, ErrorKind.UNREACHABLE, "cannot resolve the name", "name resolution");
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        TestHost other = Testbed.shared().host("source-untrusting");
        server = TestBuilder.of(hosts, "untrusting", other.ssh(), ServerSpec.DEFAULT_FOLDER);

        fails(
                https(new GitLogin.None()),
                ErrorKind.UNTRUSTED,
                "does not trust the certificate",
                "update-ca-certificates");
    }

    @Test
    void aPrivateRepositoryIsFetchedWithADeployKeyThatNeverLeavesThisProcess() throws Exception {
        for (SshKey key : List.of(
                SshKey.generate(keys, KeyType.ED25519),
                SshKey.generate(keys, KeyType.ECDSA, KeyFormat.PEM, ""),
                SshKey.generate(keys, KeyType.RSA, KeyFormat.OPENSSH, "open sesame"))) {
            git.ssh().allow(repository, key);
            repository.commit("Next " + key.privateKey().getFileName(), Map.of());

            Sources.Fetched fetched = fetch(ssh(key, knownHosts()));

            assertThat(fetched.revision().subject()).startsWith("Next");
            assertThat(Secrecy.filesWith(
                            builder, key.privateText().lines().toList().get(2)))
                    .isEmpty();
        }
    }

    @Test
    void anAddressInTheShortFormIsFetchedToo() throws Exception {
        SshKey key = allowedKey();
        String url = "git@" + git.ssh().server().host() + ":" + repository.name() + ".git";

        assertThat(fetch(new GitSource(url, login(key), knownHosts()))
                        .revision()
                        .subject())
                .isEqualTo("One");
    }

    @Test
    void aGitHostWhoseKeyIsNotKnownIsRefused() {
        fails(ssh(allowedKey(), List.of()), ErrorKind.UNTRUSTED, "the key of the Git host is not known", "ssh-keyscan");
    }

    @Test
    void aGitHostWithAnotherKeyIsRefused() throws Exception {
        String host = git.ssh().server().host();
        String other = SshKey.generate(keys, KeyType.ED25519).publicLine();

        fails(
                ssh(allowedKey(), List.of(host + " " + other)),
                ErrorKind.UNTRUSTED,
                "shows another key than the one that is known",
                "somebody stands in between");
    }

    @Test
    void theKnownHostsOfTheServersUserCountWhereNoneAreGiven() throws Exception {
        Path file = builder.file("/root/.ssh/known_hosts");
        Files.createDirectories(file.getParent());
        Files.write(file, knownHosts());
        try {
            assertThat(fetch(ssh(allowedKey(), List.of())).revision().subject()).isEqualTo("One");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void settingsOfTheServersUserDoNotCount() throws Exception {
        Path ssh = builder.file("/root/.ssh/config");
        Path config = builder.file("/root/.gitconfig");
        Files.createDirectories(ssh.getParent());
        Files.writeString(ssh, "Host *\n  ProxyCommand touch /tmp/owned\n  StrictHostKeyChecking no\n");
        Files.writeString(
                config, "[core]\n\tsshCommand = touch /tmp/owned\n[credential]\n\thelper = !touch /tmp/owned\n");
        try {
            assertThat(fetch(ssh(allowedKey(), knownHosts())).revision().subject())
                    .isEqualTo("One");
            fails(ssh(allowedKey(), List.of()), ErrorKind.UNTRUSTED, "the key of the Git host is not known", "");
            fetch(https(new GitLogin.None()));
        } finally {
            Files.delete(ssh);
            Files.delete(config);
        }
        assertThat(builder.file("/tmp/owned")).doesNotExist();
    }

    @Test
    void aKeyThatTheGitHostDoesNotKnowIsRefused() {
        fails(
                ssh(SshKey.generate(keys, KeyType.ED25519), knownHosts()),
                ErrorKind.UNTRUSTED,
                "the Git host refuses the deploy key",
                "Add the key's public part");
    }

    @Test
    void aKeyOfAnotherRepositoryDoesNotShowThisOne() {
        GitRepository other = git.create("other-" + UUID.randomUUID());
        SshKey key = SshKey.generate(keys, KeyType.ED25519);
        git.ssh().allow(other, key);

        fails(
                ssh(key, knownHosts()),
                ErrorKind.NOT_FOUND,
                "no such repository, or the login may not see it",
                "deploy key");
    }

    @Test
    void onlyTheDeployKeyIsOfferedAndNotTheServersOwnKeys() throws Exception {
        SshKey own = SshKey.generate(keys, KeyType.ED25519);
        git.ssh().allow(repository, own);
        Path id = builder.file("/root/.ssh/id_ed25519");
        Files.createDirectories(id.getParent());
        Files.copy(own.privateKey(), id);
        builder.command("chmod", "600", "/root/.ssh/id_ed25519").run().orFail();
        try {
            fails(
                    ssh(SshKey.generate(keys, KeyType.ED25519), knownHosts()),
                    ErrorKind.UNTRUSTED,
                    "refuses the deploy key",
                    "");
        } finally {
            Files.delete(id);
        }
    }

    @Test
    void aLoginThatDoesNotFitTheAddressIsRefused() {
        SshKey key = SshKey.generate(keys, KeyType.ED25519);
        String url = git.ssh().url(repository);

        fails(
                new GitSource(url, new GitLogin.None(), knownHosts()),
                ErrorKind.BAD_INPUT,
                "without a key",
                "deploy key");
        fails(
                new GitSource(url, new GitLogin.Token("u", () -> "t"), List.of()),
                ErrorKind.BAD_INPUT,
                "a token is of no use",
                "");
        fails(https(login(key)), ErrorKind.BAD_INPUT, "a deploy key is of no use", "");
        fails(ssh(key, List.of("two\nlines")), ErrorKind.BAD_INPUT, "is no line of a known_hosts file", "");
    }

    @Test
    void aServerThatForwardsNoAgentIsToldWithTheRemedy() {
        TestHost host = Testbed.shared().host("source-no-agent");
        SshServer sshd = SshServer.on(host.place())
                .port(22)
                .option("AllowAgentForwarding no")
                .start();
        server = TestBuilder.of(hosts, "no-agent", sshd, ServerSpec.DEFAULT_FOLDER);

        fails(ssh(allowedKey(), knownHosts()), ErrorKind.FAILED, "forwards no agent", "AllowAgentForwarding yes");
    }

    @Test
    void aServerWithoutGitIsToldWithTheRemedy() {
        TestHost host = Testbed.shared().host("source-no-git");
        host.place().hide("/usr/bin/git");
        server = TestBuilder.of(hosts, "no-git", host.ssh(), ServerSpec.DEFAULT_FOLDER);

        fails(
                https(new GitLogin.None()),
                ErrorKind.FAILED,
                "Git is not installed on server no-git",
                "apt-get install git");
    }

    @Test
    void aFullDiskIsToldWithTheRemedyAndWhatWasThereStays() throws Exception {
        TestHost host = Testbed.shared().host("source-full");
        git.https().certificate().orElseThrow().trustOn(host.place());
        host.place().shrink("/srv/hades", 4);
        server = TestBuilder.of(hosts, "full", host.ssh(), "/srv/hades");
        fetch(https(new GitLogin.None()));
        Files.write(repository.work().resolve("large"), randomBytes(8_000_000));
        String large = repository.commit("Large", Map.of());

        fails(
                https(new GitLogin.None()),
                ErrorKind.FAILED,
                "the disk of server full is full",
                "Free disk space on server full");

        repository.git("rm", "--quiet", "large");
        repository.git("reset", "--quiet", "--hard", large + "^");
        assertThat(repository.commit("Small", Map.of("a", "2")))
                .isEqualTo(fetch(https(new GitLogin.None())).revision().commit());
    }

    @Test
    void aFolderWithSpacesIsUsed() throws Exception {
        server = TestBuilder.of(hosts, "spaces", builder.ssh(), "/srv/my hades");
        GitSource source = ssh(allowedKey(), knownHosts());

        SourceTree tree = sources.checkout(project, source, fetch(source), "", false, server, context);

        assertThat(tree.path()).startsWith("/srv/my hades/work/");
        assertThat(builder.file(tree.path()).resolve("a")).hasContent("1");
    }

    @Test
    void aSubmoduleAtTheSameHostIsFetchedWithTheLogin() throws Exception {
        String token = "t0ken-" + UUID.randomUUID();
        GitRepository library = git.create("library-" + UUID.randomUUID());
        library.commit("Library", Map.of("lib.c", "1"));
        repository.submodule("lib", library, "../" + library.name() + ".git");
        git.https().protect(repository, token);
        git.https().protect(library, token);
        GitSource source = https(new GitLogin.Token("user", () -> token));

        SourceTree tree = sources.checkout(project, source, fetch(source), "", true, server, context);

        assertThat(builder.file(tree.path()).resolve("lib/lib.c")).hasContent("1");
    }

    @Test
    void aSubmoduleThatTheDeployKeyMayNotReadIsToldSo() throws Exception {
        GitRepository library = git.create("library-" + UUID.randomUUID());
        library.commit("Library", Map.of("lib.c", "1"));
        repository.submodule("lib", library, "../" + library.name() + ".git");
        SshKey key = SshKey.generate(keys, KeyType.ED25519);
        git.ssh().allow(repository, key);
        GitSource source = ssh(key, knownHosts());
        Sources.Fetched fetched = fetch(source);

        assertThatThrownBy(() -> sources.checkout(project, source, fetched, "", true, server, context))
                .hasMessageContaining(library.name())
                .hasMessageContaining("no such repository, or the login may not see it");
    }

    @Test
    void aSubmoduleAtAnotherHostDoesNotGetTheToken() throws Exception {
        String token = "t0ken-" + UUID.randomUUID();
        GitRepository library = git.create("library-" + UUID.randomUUID());
        library.commit("Library", Map.of("lib.c", "1"));
        try (Eavesdropper other = new Eavesdropper(Testbed.shared().address())) {
            repository.submodule("lib", library, other.url());
            git.https().protect(repository, token);
            GitSource source = https(new GitLogin.Token("user", () -> token));
            Sources.Fetched fetched = fetch(source);

            assertThatThrownBy(() -> sources.checkout(project, source, fetched, "", true, server, context))
                    .isInstanceOfSatisfying(
                            HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNTRUSTED));
            assertThat(other.requests()).isNotEmpty();
            assertThat(other.logins()).isEmpty();
        }
    }

    private Sources.Fetched fetch(GitSource source) throws InterruptedException {
        return sources.fetch(project, source, Optional.empty(), server, context);
    }

    private void fails(GitSource source, ErrorKind kind, String reason, String remedy) {
        assertThatThrownBy(() -> fetch(source))
                .isInstanceOfSatisfying(
                        HadesException.class,
                        e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind))
                .hasMessageContaining(reason)
                .hasMessageContaining(remedy)
                .hasMessageNotContaining("s3cret");
    }

    private GitSource https(GitLogin login) {
        GitHttp https = git.https();
        return new GitSource(https.url(repository), login, List.of());
    }

    private GitSource ssh(SshKey key, List<String> hostKeys) {
        return new GitSource(git.ssh().url(repository), login(key), hostKeys);
    }

    private SshKey allowedKey() {
        SshKey key = SshKey.generate(keys, KeyType.ED25519);
        git.ssh().allow(repository, key);
        return key;
    }

    private static List<String> knownHosts() {
        return git.ssh().server().knownHostsLines();
    }

    private static GitLogin login(SshKey key) {
        return new GitLogin.DeployKey(new ForwardedKey(
                key::privateText, () -> Optional.of(key.passphrase()).filter(phrase -> !phrase.isEmpty())));
    }

    static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }
}
