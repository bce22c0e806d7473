package io.jenkins.plugins.hades.cli.web;

import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server before an engine of its own, and a browser that was let in by it, or not. */
final class WebBed implements AutoCloseable {
    private static final Pattern CRUMB = Pattern.compile("data-crumb-value=\"([^\"]+)\"");

    final Session session;
    final WebServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    WebBed(Path folder) throws InterruptedException {
        session = Sessions.open(new Home(folder.resolve("home"), folder.resolve("servers.yml")), true, note -> {});
        server = WebServer.listen(
                0,
                session.router().orElseThrow(),
                new Caller("somebody", "page"),
                session.hook(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1));
    }

    /** Sends a request. */
    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A request to this path. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path));
    }

    /** Uses a link. */
    HttpResponse<String> open(URI link) throws Exception {
        return send(HttpRequest.newBuilder(link));
    }

    /** Lets a browser in, and gives its cookie. */
    String enter() throws Exception {
        return cookie(open(server.link()));
    }

    /** The cookie that an answer sets, as the browser sends it. */
    static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    /** The crumb of this cookie's pages. */
    String crumb(String cookie) throws Exception {
        Matcher crumb = CRUMB.matcher(send(to("/").header("Cookie", cookie)).body());
        if (!crumb.find()) {
            throw new AssertionError("the page holds no crumb");
        }
        return crumb.group(1);
    }

    /** A request that changes something, as the pages send it. */
    HttpRequest.Builder change(String cookie, String crumb) {
        return to("/api/v1/projects/shop")
                .header("Cookie", cookie)
                .header(Front.CRUMB, crumb)
                .header("Content-Type", "application/json")
                .method(
                        "PUT",
                        HttpRequest.BodyPublishers.ofString("{\"repository\": \"https://example.org/shop.git\"}"));
    }

    @Override
    public void close() {
        server.close();
        session.close();
    }
}
