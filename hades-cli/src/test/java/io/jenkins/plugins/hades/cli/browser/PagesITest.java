package io.jenkins.plugins.hades.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.cli.CliBed;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import io.jenkins.plugins.hades.cli.web.WebServer;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of {@code hades serve} in a real browser, before a real server with Docker. */
class PagesITest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("hades.examples", "../examples")).resolve("hello");
    private static final String SECRET = "canary-5f2b-never-shown";

    @BeforeAll
    static void needs() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT, Need.CHROMIUM);
    }

    @Test
    void aPersonDeploysWatchesTheLogAndSetsASecret() throws Exception {
        Testbed testbed = Testbed.shared();
        TestHost server = testbed.host("pages");
        server.docker().docker("tag", "busybox:hades", "busybox:stable").run().orFail();
        GitRepository repository = testbed.git().create("pages");
        repository.commitFolder("The first version", EXAMPLE);
        Path folder = testbed.folder("pages");
        CliBed cli = new CliBed(folder, Map.of("server", server));
        Home home = new Home(folder.resolve("home"), cli.servers());

        try (Session session = Sessions.open(home, true, note -> {});
                WebServer web = WebServer.listen(0, session.router().orElseThrow(), new Caller("anna", "page"));
                Chromium chromium = Chromium.start(folder)) {
            Page page = chromium.page(1280, 900);
            page.open(web.link());
            page.awaitText("Nothing is deployed yet");
            assertThat(page.evaluate("location.search").asText()).isEmpty();
            page.pictures("empty");

            cli.hades("deploy", testbed.git().http().url(repository)).done();
            page.awaitText("The first version");
            assertThat(page.text()).contains("pages", "production", "Running", "#1", "Deployment", "Done");
            page.pictures("dashboard");

            page.click("production");
            page.awaitText("Variables");
            deploy(page, repository);
            secret(page);
            rollback(page);

            assertThat(page.complaints()).isEmpty();
        }
    }

    private static void deploy(Page page, GitRepository repository) throws Exception {
        repository.commit("The second version", Map.of("version.txt", "2\n"));
        page.click("Deploy");
        page.awaitText("Branch, tag or commit");
        page.pictures("deploy");
        page.click("Deploy");
        page.awaitText("Log of operation 2");
        page.await("document.querySelector('.hades-log').textContent.length > 0");
        page.reload();
        page.awaitText("Log of operation 2");
        page.await("document.querySelector('.hades-log-state').innerText.includes('Done')");
        page.awaitText("The second version");
        assertThat(page.evaluate("document.querySelector('.hades-log').textContent")
                        .asText())
                .contains("Dockerfile");
        assertThat(page.evaluate("document.querySelectorAll('.hades-step--done').length")
                        .asInt())
                .isGreaterThan(3);
        page.pictures("environment");
    }

    private static void secret(Page page) throws Exception {
        page.click("Add a variable");
        page.fill("dialog [name=name]", "API_TOKEN");
        page.fill("dialog [name=value]", SECRET);
        page.evaluate("document.querySelector('dialog [name=secret]').click()");
        page.click("Take over");
        page.awaitText("1 change is not saved yet");
        page.click("Save");
        page.awaitText("Saved; applies with the next deployment.");
        assertThat(page.text()).contains("API_TOKEN", "secret, never shown");
        assertThat(page.html()).doesNotContain(SECRET);
        page.reload();
        page.awaitText("API_TOKEN");
        assertThat(page.html()).doesNotContain(SECRET);
        page.evaluate("document.querySelector('details > summary').click()");
        page.awaitText("set, secret");
        assertThat(page.html()).doesNotContain(SECRET);
        page.pictures("variables");
    }

    private static void rollback(Page page) throws Exception {
        page.click("Roll back");
        page.awaitText("Taken back is 1 release:");
        page.awaitText("No variable changes.");
        page.pictures("rollback");
        page.click("Roll back to release 1");
        page.awaitText("Log of operation 3");
        page.await("document.querySelector('.hades-log-state').innerText.includes('Done')");
        page.click("Delete");
        page.awaitText("Type production to confirm");
        assertThat(page.evaluate("document.querySelector('dialog[open] button[type=submit]').disabled")
                        .asBoolean())
                .isTrue();
        page.fill("dialog input", "production");
        page.click("Delete for good");
        page.await("document.querySelector('h1').parentElement.innerText.includes('Removed')");
    }
}
