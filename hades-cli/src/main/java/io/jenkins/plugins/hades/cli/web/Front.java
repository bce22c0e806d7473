package io.jenkins.plugins.hades.cli.web;

import io.jenkins.plugins.hades.ui.web.Languages;
import io.jenkins.plugins.hades.ui.web.WebAsset;
import io.jenkins.plugins.hades.ui.web.WebAssets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers every request, after it looked whether it may: the host first, then the session, for the API the origin too, and the crumb where something
 * is changed. Scripts and styles, which hold no secret, are given without a session.
 */
final class Front extends Handler.Abstract {
    /** The header of the crumb. */
    static final String CRUMB = "Hades-Crumb";

    private static final String ASSETS = "/assets/";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final Doorkeeper doorkeeper;
    private final Browsers browsers;
    private final ApiCalls api;
    private final HookCalls hooks;
    private final String cookie;
    private final WebAssets assets = new WebAssets();

    /** @param port where the server listens: browsers keep cookies by host alone, so its name tells two servers apart */
    Front(Doorkeeper doorkeeper, ApiCalls api, HookCalls hooks, int port) {
        this.doorkeeper = doorkeeper;
        this.browsers = new Browsers(port);
        this.api = api;
        this.hooks = hooks;
        this.cookie = "hades-" + port;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        WebAnswer answer = answer(request);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        SecurityHeaders.put(response.getHeaders());
        answer.headers().forEach(response.getHeaders()::put);
        boolean empty = request.getMethod().equals("HEAD") || answer.status() == 304;
        if (!empty) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        }
        response.write(true, empty ? null : ByteBuffer.wrap(body), callback);
        return true;
    }

    private WebAnswer answer(Request request) throws IOException, InterruptedException {
        String path = request.getHttpURI().getPath();
        if (HookCalls.has(path)) {
            return hooks.answer(request);
        }
        Optional<String> foreign = browsers.foreignHost(request.getHeaders());
        if (foreign.isPresent()) {
            return WebAnswer.text(421, foreign.get());
        }
        if (ApiCalls.has(path)) {
            return api(request);
        }
        if (!SAFE.contains(request.getMethod())) {
            return new WebAnswer(405, Map.of("Allow", "GET, HEAD"), "");
        }
        if (path.startsWith(ASSETS)) {
            return asset(request, path.substring(ASSETS.length()));
        }
        String token = Request.extractQueryParameters(request).getValue("token");
        return token == null ? page(request, path) : enter(request, token);
    }

    private WebAnswer api(Request request) throws IOException, InterruptedException {
        Optional<String> foreign = browsers.foreignPage(request.getHeaders());
        if (foreign.isPresent()) {
            return WebAnswer.text(403, foreign.get());
        }
        Optional<WebSession> session = session(request);
        if (session.isEmpty()) {
            return WebAnswer.text(
                    401, "This browser was not let in: open the link that \"hades serve\" printed when it started.");
        }
        String crumb = request.getHeaders().get(CRUMB);
        return api.answer(
                request, crumb != null && Doorkeeper.same(crumb, session.get().crumb()));
    }

    private WebAnswer enter(Request request, String token) {
        // A look without taking the page, as some programs have at a link, must not use it up.
        Optional<WebSession> session = request.getMethod().equals("GET") ? doorkeeper.enter(token) : Optional.empty();
        if (session.isEmpty()) {
            return WebAnswer.page(
                    403,
                    Shell.message(
                            "This link was used already, or is an old one",
                            "Each link lets one browser in, once. If it was this browser, <a href=\"/\">go on</a>.",
                            "For another link press Enter where <code>hades serve</code> runs, or end it and start it again."));
        }
        return WebAnswer.page(200, Shell.onward())
                .with("Set-Cookie", cookie + "=" + session.get().id() + "; Path=/; HttpOnly; SameSite=Strict");
    }

    private WebAnswer page(Request request, String path) {
        Optional<WebSession> session = session(request);
        if (session.isEmpty()) {
            return WebAnswer.page(
                    401,
                    Shell.message(
                            "This browser was not let in",
                            "Open the link that <code>hades serve</code> printed when it started. If you just did, reload this page.",
                            "For another link press Enter where it runs, or end it and start it again."));
        }
        return Shell.page(path, session.get().crumb(), Languages.of(Request.getLocales(request)))
                .map(html -> WebAnswer.page(200, html))
                .orElseGet(() -> WebAnswer.page(
                        404, Shell.message("There is no such page", "<a href=\"/\">To all projects</a>")));
    }

    private WebAnswer asset(Request request, String name) throws IOException {
        Optional<WebAsset> found = assets.find(name);
        if (found.isEmpty()) {
            return WebAnswer.text(404, "There is no such file.");
        }
        WebAsset asset = found.get();
        Map<String, String> headers = new HashMap<>(Map.of("ETag", asset.tag(), "Cache-Control", "no-cache"));
        String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
        if (known != null && asset.known(known)) {
            return new WebAnswer(304, headers, "");
        }
        headers.put("Content-Type", asset.type());
        ByteArrayOutputStream content = new ByteArrayOutputStream(asset.length());
        asset.writeTo(content);
        return new WebAnswer(200, headers, content.toString(StandardCharsets.UTF_8));
    }

    private Optional<WebSession> session(Request request) {
        return Request.getCookies(request).stream()
                .filter(brought -> brought.getName().equals(cookie))
                .findFirst()
                .flatMap(brought -> doorkeeper.session(brought.getValue()));
    }
}
