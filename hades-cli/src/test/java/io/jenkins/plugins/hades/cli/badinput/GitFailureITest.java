package io.jenkins.plugins.hades.cli.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.ExitCode;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitHttp;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sources that cannot be had. */
@Timeout(180)
class GitFailureITest {
    private static Bed bed;

    @BeforeAll
    static void serve() {
        bed = Bed.start("sources");
    }

    @AfterEach
    void requireUnharmed() {
        bed.requireUnharmed();
    }

    @Test
    void aReferenceThatDoesNotExistIsNamedWithTheDefaultBranch() {
        Outcome outcome = bed.hades("deploy", "--ref", "feature/none");

        assertThat(outcome.code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(outcome.out())
                .contains("== Looking for \"feature/none\" in " + bed.url() + " failed: there is no such branch, tag or"
                        + " commit. Check the name; the default branch is main.");
    }

    @Test
    void aReferenceThatIsNoneIsRefusedAndNeverRun() {
        List<String> references = List.of(
                "--upload-pack=touch /tmp/hades-canary",
                "-x",
                "$(touch /tmp/hades-canary)",
                "main;touch /tmp/hades-canary",
                "refs/heads/../../config",
                "main^{/$(touch /tmp/hades-canary)}");
        for (String reference : references) {
            Outcome outcome = bed.hades("deploy", "--ref=" + reference);

            assertThat(outcome.code()).as(outcome.text()).isEqualTo(ExitCode.BAD_INPUT.code());
            assertThat(outcome.out()).contains("== Looking for the Git reference \"" + reference + "\" failed: ");
            assertThat(bed.canaryIsGone()).isTrue();
        }
    }

    @Test
    void aRepositoryThatDoesNotExistIsNamed() {
        String url = bed.url().replace("sources.git", "nothing.git");

        Outcome outcome = bed.hades("deploy", "--project", "sources", url);

        assertThat(outcome.code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(outcome.out())
                .contains("== Fetching " + url + " failed: there is no such repository, or the login may not see it")
                .contains("Check the address; a private repository needs a deploy key or a token that may read it.");
        assertThat(bed.hades("deploy", bed.url()).code()).isZero();
    }

    @Test
    void aRepositoryThatWantsCredentialsSaysHowToGiveThem() {
        GitHttp host = Testbed.shared().git().https();
        host.certificate().orElseThrow().trustOn(bed.build().place());
        GitRepository secret = Testbed.shared().git().create("secret-sources");
        secret.commit("Hidden", Map.of("Dockerfile", "FROM busybox:hades\n"));
        host.protect(secret, "the-right-token");

        Outcome outcome = bed.hades("deploy", "--project", "sources", host.url(secret));

        assertThat(outcome.code()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(outcome.out())
                .contains("== Fetching " + host.url(secret) + " failed: the Git host wants a login;")
                .contains("give a token or a deploy key that may read the repository");
        assertThat(bed.hades("deploy", bed.url()).code()).isZero();
    }

    @Test
    void anAddressOfNoAllowedFormIsRefusedBeforeAnythingIsRecorded() {
        List<String> addresses = List.of(
                "-oProxyCommand=touch /tmp/hades-canary",
                "ext::sh -c touch% /tmp/hades-canary",
                "https://example.org/$(touch /tmp/hades-canary).git",
                "ssh://-oProxyCommand=touch%20/tmp/hades-canary/x.git",
                "file:///etc",
                "/root",
                "https://someone:hunter2@example.org/x.git",
                "https://example.org/x.git\u001b]0;owned\u0007",
                "");
        for (String address : addresses) {
            Outcome outcome = bed.hades("deploy", "--project=unheard", "--", address);

            assertThat(outcome.code()).as(address + outcome.text()).isEqualTo(ExitCode.BAD_INPUT.code());
            assertThat(outcome.err())
                    .contains("Reading the address of a Git repository")
                    .doesNotContain("hunter2", "\u001b");
        }
        assertThat(bed.hades("status").out()).doesNotContain("unheard");
        assertThat(bed.home().resolve("projects/unheard.json")).doesNotExist();
        assertThat(bed.canaryIsGone()).isTrue();
    }

    @Test
    void aBuildServerWithoutGitSaysWhatToInstall() {
        TestHost bare = Testbed.shared().host("no-git");
        bare.docker();
        bare.place().hide("/usr/bin/git");
        bed.writeServers(bed.servers() + bed.entries().entry("bare", "build", bare.ssh()));

        Outcome outcome = bed.hades("deploy", "--build-server", "bare");

        bed.writeServers(bed.servers());
        bare.close();
        assertThat(outcome.code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(outcome.out())
                .contains("== Fetching " + bed.url() + " failed: Git is not installed on server bare. Install it there:"
                        + " apt-get install git.");
    }
}
