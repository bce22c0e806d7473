package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of the router.
 *
 * @param status the HTTP status
 * @param headers its headers, {@code Content-Type} among them
 * @param body its body, sent as UTF-8
 */
public record ApiResponse(int status, Map<String, String> headers, String body) {
    /** The media type of documents: <a href="https://jsonapi.org/format/1.1/">JSON:API 1.1</a>. */
    public static final String JSON_API = "application/vnd.api+json";

    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    /** Tells what failed. */
    public static ApiResponse failure(HadesException failure) {
        return Problems.answer(failure);
    }

    /** The value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The same answer with one header more. */
    ApiResponse with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ApiResponse(status, more, body);
    }

    /** A document. */
    static ApiResponse document(int status, JsonNode document) {
        return document(status, document.toString());
    }

    /** A document that is written already. */
    static ApiResponse document(int status, String text) {
        return new ApiResponse(status, Map.of("Content-Type", JSON_API, "Cache-Control", "no-store"), text);
    }
}
