package io.jenkins.plugins.hades.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.hades.api.ApiRequest;
import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import io.jenkins.plugins.hades.cli.web.WebServer;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** {@code hades serve} with a browser that anna uses, and others who use its API beside her. */
final class AdministrationBed {
    final Page page;
    private final Session session;
    private final WebServer web;
    private final Chromium chromium;
    private final URI root;

    /** @param servers the servers file */
    AdministrationBed(Path folder, Path servers) throws Exception {
        session = Sessions.open(new Home(folder.resolve("home"), servers), true, note -> {});
        web = WebServer.listen(0, session.router().orElseThrow(), new Caller("anna", "page"));
        chromium = Chromium.start(Testbed.shared().folder("administration"));
        page = chromium.page(1280, 900);
        URI link = web.link();
        root = link.resolve("/");
        page.open(link);
        page.awaitText("Deployments");
    }

    /** Opens a page. */
    void open(String path) throws Exception {
        page.open(root.resolve(path));
    }

    /** What the API answers to somebody; it must succeed. */
    JsonNode ask(String who, String method, String path, String body) throws IOException, InterruptedException {
        ApiResponse answer = session.router()
                .orElseThrow()
                .handle(new ApiRequest(
                        method, path, Map.of(), "application/json", body, new Caller(who, "test"), true));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return new ObjectMapper().readTree(answer.body()).path("data");
    }

    /** A new environment of the project {@code shop}; its id. */
    String environment(String name) throws IOException, InterruptedException {
        String project = ask("anna", "PUT", "/projects/shop", "{\"repository\": \"https://git.example.org/shop.git\"}")
                .path("id")
                .asText();
        return ask("anna", "POST", "/projects/" + project + "/environments", "{\"name\": \"" + name + "\"}")
                .path("id")
                .asText();
    }

    /** Ends what still waits, which the session would wait for. */
    void close() throws IOException, InterruptedException {
        chromium.close();
        web.close();
        for (JsonNode waiting : ask("anna", "GET", "/operations", "")) {
            ask("anna", "POST", "/operations/" + waiting.path("id").asText() + "/cancel", "");
        }
        session.close();
    }
}
