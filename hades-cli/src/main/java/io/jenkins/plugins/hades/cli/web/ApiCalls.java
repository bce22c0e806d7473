package io.jenkins.plugins.hades.cli.web;

import io.jenkins.plugins.hades.api.ApiRequest;
import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.api.Router;
import java.io.IOException;
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
        String body;
        try {
            body = bodies.read(request);
        } catch (Bodies.Refused e) {
            return WebAnswer.text(e.status(), e.getMessage());
        }
        ApiResponse response = router.handle(new ApiRequest(
                request.getMethod(),
                request.getHttpURI().getPath().substring(ROOT.length()),
                query(request),
                headers(request),
                Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.CONTENT_TYPE), ""),
                body,
                caller,
                guarded,
                ROOT));
        return new WebAnswer(response.status(), response.headers(), response.body());
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
