package io.jenkins.plugins.hades.cli.web;

import io.jenkins.plugins.hades.api.ApiRequest;
import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.api.Router;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Brings requests of browsers to the router. */
final class ApiCalls {
    /** The API's root. */
    static final String ROOT = "/api/v1";

    private final Router router;
    private final Caller caller;
    private final Bodies bodies;

    ApiCalls(Router router, Caller caller, Bodies bodies) {
        this.router = router;
        this.caller = caller;
        this.bodies = bodies;
    }

    /** Whether a path belongs to the API. */
    static boolean has(String path) {
        return path.startsWith(ROOT + "/");
    }

    /**
     * Answers.
     *
     * @param guarded whether the request brought the crumb of its session
     */
    WebAnswer answer(Request request, boolean guarded) throws IOException, InterruptedException {
        String path = request.getHttpURI().getPath().substring(ROOT.length());
        if (router.receives(request.getMethod(), path)) {
            try (InputStream content = Request.asInputStream(request)) {
                return answer(asked(request, path, "", guarded).with(content));
            }
        }
        try {
            return answer(asked(request, path, bodies.read(request), guarded));
        } catch (Bodies.Refused e) {
            return WebAnswer.text(e.status(), e.getMessage());
        }
    }

    private WebAnswer answer(ApiRequest request) throws InterruptedException {
        ApiResponse response = router.handle(request);
        return new WebAnswer(response.status(), response.headers(), response.body());
    }

    private ApiRequest asked(Request request, String path, String body, boolean guarded) {
        return new ApiRequest(
                request.getMethod(),
                path,
                query(request),
                headers(request),
                Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.CONTENT_TYPE), ""),
                body,
                caller,
                guarded,
                ROOT);
    }

    private static Map<String, String> query(Request request) {
        Map<String, String> values = new HashMap<>();
        Request.extractQueryParameters(request).forEach(field -> values.put(field.getName(), field.getValue()));
        return values;
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> values = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            if (field.getValue() != null) {
                values.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue());
            }
        }
        return values;
    }
}
