package io.jenkins.plugins.hades.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.CliBed;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code hades deploy --archive} with archives that the machine's own tar makes, on a real server with Docker. */
class ArchiveDeploymentITest {
    private Path folder;
    private CliBed cli;

    @BeforeAll
    static void needs() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX);
    }

    @BeforeEach
    void aServer() throws Exception {
        Testbed testbed = Testbed.shared();
        TestHost server = testbed.host("archives");
        server.docker().docker("tag", "busybox:hades", "busybox:stable").run().orFail();
        folder = testbed.folder("archives");
        cli = new CliBed(folder, Map.of("server", server));
    }

    @Test
    void anArchiveIsDeployedGoneBackFromAndDeployedAnew() throws Exception {
        String first = deploy(PackedFolder.example(folder, "one")).done();
        assertThat(first).contains("Archive one.tar.gz, sha256:").contains("Release 1 (one.tar.gz@");

        // Another process of Hades owns the records now: the archive goes to it over its socket.
        try (Session session = Sessions.open(new Home(folder.resolve("home"), cli.servers()), true, note -> {})) {
            assertThat(session.owner()).isTrue();
            assertThat(deploy(PackedFolder.example(folder, "two")).done()).contains("Release 2 (two.tar.gz@");
        }

        assertThat(cli.hades("rollback", "-p", "shop").done()).contains("Release 1 (one.tar.gz@");
        assertThat(cli.hades("redeploy", "-p", "shop").done())
                .contains("Release 1 was made from the archive one.tar.gz")
                .contains("Release 3 (one.tar.gz@");
        assertThat(cli.hades("releases", "-p", "shop").done())
                .contains("archive one.tar.gz, sha256:", "archive two.tar.gz, sha256:");
        cli.hades("destroy", "-p", "shop", "--yes").done();
    }

    @Test
    void whatIsRefusedSaysWhyAndDeploysNothing() throws Exception {
        CliBed.Outcome hostile = deploy(PackedFolder.link(folder));
        CliBed.Outcome missing = deploy(folder.resolve("nowhere.tar.gz"));
        CliBed.Outcome both = cli.hades("deploy", "--archive", "x.tar", "--ref", "main");

        assertThat(hostile.code()).isEqualTo(3);
        assertThat(hostile.err())
                .contains("hostile.tar.gz")
                .contains("\"./link\" is a link that leads out of the archive's folder");
        assertThat(missing.code()).isEqualTo(4);
        assertThat(missing.err()).contains("there is no such file");
        assertThat(both.code()).isEqualTo(2);
        assertThat(cli.hades("operations", "-p", "shop").out()).doesNotContain("DEPLOY");
    }

    private CliBed.Outcome deploy(Path archive) {
        return cli.hades("deploy", "-p", "shop", "--archive", archive.toString());
    }
}
