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
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
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
import org.junit.jupiter.api.io.TempDir;

/** A build server that is reached over SSH, and a Git host that is reached from there over SSH and HTTPS. */
abstract class GitHosts {
    static SshHosts hosts;
    static TestHost builder;
    static GitServer git;

    @TempDir
    static Path keys;

    final GitSources sources = new GitSources(GitSettings.ofDefaults());
    final UUID project = UUID.randomUUID();
    final List<String> log = new CopyOnWriteArrayList<>();
    final DetachedContext context = new DetachedContext(log::add);
    RemoteHost server;
    GitRepository repository;

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

    Sources.Fetched fetch(GitSource source) throws InterruptedException {
        return sources.fetch(project, source, Optional.empty(), server, context);
    }

    void fails(GitSource source, ErrorKind kind, String reason, String remedy) {
        assertThatThrownBy(() -> fetch(source))
                .isInstanceOfSatisfying(
                        HadesException.class,
                        e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind))
                .hasMessageContaining(reason)
                .hasMessageContaining(remedy)
                .hasMessageNotContaining("s3cret");
    }

    GitSource https(GitLogin login) {
        GitHttp https = git.https();
        return new GitSource(https.url(repository), login, List.of());
    }

    GitSource ssh(SshKey key, List<String> hostKeys) {
        return new GitSource(git.ssh().url(repository), login(key), hostKeys);
    }

    SshKey allowedKey() {
        SshKey key = SshKey.generate(keys, KeyType.ED25519);
        git.ssh().allow(repository, key);
        return key;
    }

    static List<String> knownHosts() {
        return git.ssh().server().knownHostsLines();
    }

    static GitLogin login(SshKey key) {
        return new GitLogin.DeployKey(new ForwardedKey(
                key::privateText, () -> Optional.of(key.passphrase()).filter(phrase -> !phrase.isEmpty())));
    }

    static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }
}
