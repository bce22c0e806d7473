package io.jenkins.plugins.hades.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.git.GitRepository;
import io.jenkins.plugins.hades.testbed.git.GitServer;
import io.jenkins.plugins.hades.testbed.process.CommandResult;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything is cloned on a private host, as a build server does. */
class GitServerITest {

    private static TestHost client;

    private final GitRepository repository = Testbed.shared().git().create("project-" + UUID.randomUUID());
    private final String commit = repository.commit("First", Map.of("folder/file.txt", "one\n"));
    private final String clone = "/srv/" + UUID.randomUUID();

    @BeforeAll
    static void needs() {
        Testbed.require(Need.GIT, Need.SSHD);
        client = Testbed.shared().host("git-client");
    }

    @Test
    void a_repository_is_cloned_by_its_path() {
        clone(repository.path().toString()).orFail();

        assertThat(head()).isEqualTo(commit);
        assertThat(client.file(clone + "/folder/file.txt")).hasContent("one");
    }

    @Test
    void a_deploy_key_reads_its_own_repository_only() throws Exception {
        GitServer server = Testbed.shared().git();
        GitRepository other = server.create("other-" + UUID.randomUUID());
        other.commit("First", Map.of("a", "b"));
        SshKey key = SshKey.generate(Testbed.shared().folder("keys"), KeyType.ED25519);
        server.ssh().allow(repository, key);
        Path knownHosts = Files.write(
                Testbed.shared().folder("keys").resolve("known_hosts"),
                server.ssh().server().knownHostsLines());
        String ssh = "core.sshCommand=ssh -F none -o BatchMode=yes -o IdentitiesOnly=yes -i " + key.privateKey()
                + " -o UserKnownHostsFile=" + knownHosts;

        CommandResult refused = clone(server.ssh().url(other), "-c", ssh);
        CommandResult allowed = clone(server.ssh().url(repository), "-c", ssh);

        assertThat(refused.err()).contains("Repository not found, or this key may not read it");
        assertThat(allowed.orFail().exit()).isZero();
        assertThat(head()).isEqualTo(commit);
    }

    @Test
    void without_a_deploy_key_ssh_is_refused() {
        CommandResult refused = clone(
                Testbed.shared().git().ssh().url(repository),
                "-c",
                "core.sshCommand=ssh -F none -o BatchMode=yes"
                        + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null");

        assertThat(refused.err()).contains("Permission denied (publickey");
    }

    @Test
    void a_public_repository_is_cloned_by_http_and_only_what_is_new_is_fetched_later() {
        String url = Testbed.shared().git().http().url(repository);
        clone(url).orFail();
        String second = repository.commit("Second", Map.of("folder/file.txt", "two\n"));

        client.command("git", "-C", clone, "pull", "--quiet").run().orFail();

        assertThat(head()).isEqualTo(second);
        assertThat(Testbed.shared().git().http().requests())
                .anyMatch(line -> line.startsWith("POST /" + repository.name() + ".git/git-upload-pack"));
    }

    @Test
    void a_protected_repository_wants_its_token_over_https() {
        Testbed.shared().git().https().protect(repository, "s3cret/t:ken");
        Testbed.shared().git().https().certificate().orElseThrow().trustOn(client.place());
        String url = Testbed.shared().git().https().url(repository);

        CommandResult without = clone(url);
        CommandResult wrong = clone(url, "-c", "credential.helper=!f() { echo username=x; echo password=no; }; f");
        CommandResult right =
                clone(url, "-c", "credential.helper=!f() { echo username=x; echo password=s3cret/t:ken; }; f");

        assertThat(without.err()).contains("could not read Username");
        assertThat(wrong.err()).contains("Authentication failed");
        assertThat(right.orFail().exit()).isZero();
        assertThat(head()).isEqualTo(commit);
    }

    @Test
    void a_certificate_that_is_not_trusted_is_refused() {
        TestHost stranger = Testbed.shared().host("git-stranger");

        CommandResult refused = stranger.command(
                        "git", "ls-remote", Testbed.shared().git().https().url(repository))
                .run();

        assertThat(refused.err()).contains("certificate");
        assertThat(refused.exit()).isNotZero();
    }

    @Test
    void branches_tags_and_submodules_are_there() {
        GitRepository library = Testbed.shared().git().create("library-" + UUID.randomUUID());
        library.commit("First", Map.of("lib.txt", "library\n"));
        repository.tag("v1", "");
        repository.branch("feature/$(touch${IFS}x)-it's;");
        String feature = repository.commit("Feature", Map.of("feature.txt", "f\n"));
        repository.tag("v2", "annotated");
        repository.branch("main");
        String withLibrary = repository.submodule("lib", library, "../" + library.name() + ".git");

        clone(Testbed.shared().git().http().url(repository), "--recurse-submodules")
                .orFail();

        assertThat(head()).isEqualTo(withLibrary);
        assertThat(client.file(clone + "/lib/lib.txt")).hasContent("library");
        assertThat(client.file(clone + "/feature.txt")).doesNotExist();
        assertThat(rev("origin/feature/$(touch${IFS}x)-it's;")).isEqualTo(feature);
        assertThat(rev("v1^{commit}")).isEqualTo(commit);
        assertThat(rev("v2^{commit}")).isEqualTo(feature);
    }

    private CommandResult clone(String url, String... options) {
        List<String> words = new ArrayList<>(List.of("git", "clone", "--quiet"));
        words.addAll(List.of(options));
        words.addAll(List.of("--", url, clone));
        return client.command(words.toArray(String[]::new))
                .withEnvironment(Map.of("GIT_TERMINAL_PROMPT", "0"))
                .run();
    }

    private String head() {
        return rev("HEAD");
    }

    private String rev(String revision) {
        return client.command("git", "-C", clone, "rev-parse", revision)
                .run()
                .orFail()
                .text();
    }
}
