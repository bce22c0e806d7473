package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A Git host that is reached from the build server over HTTPS. */
class GitHttpsITest extends GitHosts {
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
}
