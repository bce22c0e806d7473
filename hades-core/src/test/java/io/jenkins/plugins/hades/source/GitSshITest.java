package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import io.jenkins.plugins.hades.testbed.ssh.KeyFormat;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A Git host that is reached from the build server over SSH, with a deploy key. */
class GitSshITest extends GitHosts {
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
}
