package io.jenkins.plugins.hades.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Build servers that lack something for Git, or are unusual. */
class GitServerITest extends GitHosts {
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
}
