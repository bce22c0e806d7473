package io.jenkins.plugins.hades.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.cli.CliBed;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.push.SignedPush;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import io.jenkins.plugins.hades.cli.web.WebServer;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the pages show of a push, in a real browser: who triggers, what the push led to, and which push a deployment was for. */
class PushPagesITest {
    private static final String SECRET = "a secret of webhooks";

    @BeforeAll
    static void needs() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT, Need.CHROMIUM);
    }

    @Test
    void thePagesTellWhichPushADeploymentWasForAndWhatTriggers() throws Exception {
        Testbed testbed = Testbed.shared();
        TestHost server = testbed.host("push-pages");
        server.docker();
        GitRepository repository = testbed.git().create("push-pages");
        repository.commit("First", Map.of("Dockerfile", """
                FROM busybox:hades
                CMD ["busybox", "httpd", "-f", "-p", "8080"]
                """, "hades.yml", """
                run: {port: 8080}
                health: {tcp: true}
                environments:
                  production: {branches: main, deploy-on-push: branches}
                """));
        Path folder = testbed.folder("push-pages");
        CliBed cli = new CliBed(folder, Map.of("server", server));
        Files.writeString(folder.resolve("hook.txt"), SECRET);
        Files.writeString(cli.servers(), "webhook: {secret-file: hook.txt}\n", StandardOpenOption.APPEND);
        String url = testbed.git().http().url(repository);

        try (Session session = Sessions.open(new Home(folder.resolve("home"), cli.servers()), true, note -> {});
                WebServer web = WebServer.listen(
                        0, session.router().orElseThrow(), new Caller("anna", "page"), session.hook());
                Chromium chromium = Chromium.start(folder)) {
            cli.hades("deploy", url).done();
            repository.commit("Second", Map.of("second.txt", "2"));
            SignedPush github = new SignedPush(web.address(), SECRET);
            assertThat(github.send("push", "delivery-0001", SignedPush.body(url, "refs/heads/main"))
                            .statusCode())
                    .isEqualTo(202);

            Page page = chromium.page(1280, 900);
            page.open(web.link());
            page.awaitText("production");
            page.click("production");
            page.awaitText("push of main by Codertocat");
            page.awaitText("delivery delivery-0001");
            page.awaitText("Hades deploys: pushes to main");
            page.click("push-pages");
            page.awaitText("Last pushes");
            page.awaitText("Push of branch main by Codertocat: operation 2 deploys commit");
            assertThat(page.complaints()).isEmpty();
        }
    }
}
