package io.jenkins.plugins.hades.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.cli.CliBed;
import io.jenkins.plugins.hades.cli.archive.PackedFolder;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import io.jenkins.plugins.hades.cli.web.WebServer;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Archives that a person deploys from the pages, in a real browser, before a real server with Docker. */
class ArchivesITest {
    @BeforeAll
    static void needs() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.CHROMIUM);
    }

    @Test
    void theArchiveDeploysAndWhatIsRefusedSaysWhyInTheDialog() throws Exception {
        Testbed testbed = Testbed.shared();
        TestHost server = testbed.host("archive-pages");
        server.docker().docker("tag", "busybox:hades", "busybox:stable").run().orFail();
        Path folder = testbed.folder("archive-pages");
        CliBed cli = new CliBed(folder, Map.of("server", server));
        Path first = PackedFolder.example(folder, "one");
        Path second = PackedFolder.example(folder, "two");

        try (Session session = Sessions.open(new Home(folder.resolve("home"), cli.servers()), true, note -> {});
                WebServer web = WebServer.listen(0, session.router().orElseThrow(), new Caller("anna", "page"));
                Chromium chromium = Chromium.start(folder)) {
            cli.hades("deploy", "-p", "shop", "--archive", first.toString()).done();
            Page page = chromium.page(1280, 900);
            page.open(web.link());
            page.awaitText("Running");
            page.click("production");
            page.awaitText("archive, sha256:");

            refused(page);
            page.choose("dialog [name=archive]", second);
            page.await("document.querySelector('dialog [name=ref]').disabled");
            page.click("Deploy");
            page.awaitText("Log of operation 2");
            page.await("document.querySelector('.hades-log-state').innerText.includes('Done')");
            page.awaitText("two.tar.gz");
            assertThat(cli.hades("releases", "-p", "shop").done()).contains("archive two.tar.gz, sha256:");
            assertThat(unexpected(page)).isEmpty();
            cli.hades("destroy", "-p", "shop", "--yes").done();
        }
    }

    /** The dialog stays, so that another archive can be chosen in it. */
    private static void refused(Page page) throws Exception {
        page.click("Deploy");
        page.awaitText("Or an archive");
        page.drop(".hades-drop", "no-archive.zip", "just text".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        page.click("Deploy");
        page.awaitText("Checking the archive no-archive.zip failed");
        page.awaitText("it is damaged or cut short");
        Path link = PackedFolder.link(Files.createTempDirectory("hades-archive"));
        page.choose("dialog [name=archive]", link);
        page.click("Deploy");
        page.awaitText("is a link that leads out of the archive's folder");
    }

    /** The browser itself notes each answer that refuses. */
    private static List<String> unexpected(Page page) {
        return page.complaints().stream()
                .filter(complaint -> !complaint.contains("/uploads?name=") || !complaint.contains("status of 400"))
                .toList();
    }
}
