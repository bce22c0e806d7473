package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A request of a test, and its answer. By the administrator, if nothing else is said. */
final class Sending {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Router router;
    private final String method;
    private final String path;
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private String type = "application/json";
    private String body = "";
    private byte[] bytes = {};
    private Callers.Kind caller = Callers.Kind.ADMINISTER;
    private boolean guarded = true;

    /** @param address the path, with parameters after a question mark */
    Sending(Router router, String method, String address) {
        this.router = router;
        this.method = method;
        int mark = address.indexOf('?');
        this.path = mark < 0 ? address : address.substring(0, mark);
        if (mark >= 0) {
            for (String pair : address.substring(mark + 1).split("&", -1)) {
                int sign = pair.indexOf('=');
                query.put(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Sending by(Callers.Kind kind) {
        caller = kind;
        return this;
    }

    Sending header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Sending body(String text) {
        body = text;
        return this;
    }

    /** Sends these bytes as a body that is read while it comes. */
    Sending bytes(byte[] content) {
        bytes = content;
        return type("application/octet-stream");
    }

    Sending type(String contentType) {
        type = contentType;
        return this;
    }

    Sending unguarded() {
        guarded = false;
        return this;
    }

    /** The answer. */
    ApiResponse answer() {
        try {
            ApiResponse response = router.handle(
                    new ApiRequest(method, path, query, headers, type, body, caller.caller(), guarded, "/hades/api/v1")
                            .with(new ByteArrayInputStream(bytes)));
            AnswersMatchSchemas.check(router, method, path, response);
            return response;
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the tests", e);
        }
    }

    int status() {
        return answer().status();
    }

    /** The answer's document. */
    JsonNode document() {
        ApiResponse response = answer();
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.status() + " " + response.body(), e);
        }
    }

    /** What the answer's document says is wrong. */
    JsonNode error() {
        return document().path("errors").path(0);
    }
}
