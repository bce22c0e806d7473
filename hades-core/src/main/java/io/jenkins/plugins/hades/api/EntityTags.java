package io.jenkins.plugins.hades.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Strong entity tags of documents, made from their content. */
final class EntityTags {
    private static final int LENGTH = 24;

    private EntityTags() {}

    /** The answer to a GET with its tag; without its body where the caller has that already. */
    static ApiResponse tagged(ApiRequest request, ApiResponse response) {
        ApiResponse tagged = tagged(response);
        Optional<String> tag = Optional.ofNullable(tagged.headers().get("ETag"));
        Optional<String> known = request.header("If-None-Match");
        if (tag.isEmpty() || known.isEmpty() || !names(known.get(), tag.get(), true)) {
            return tagged;
        }
        Map<String, String> headers = new HashMap<>(tagged.headers());
        headers.remove("Content-Type");
        return new ApiResponse(304, headers, "");
    }

    /** The answer with its tag, if it is a document. */
    static ApiResponse tagged(ApiResponse response) {
        String type = response.headers().getOrDefault("Content-Type", "");
        if (response.status() != 200 || !(type.equals(ApiResponse.JSON_API) || type.equals(OpenApi.TYPE))) {
            return response;
        }
        return response.with("ETag", of(response));
    }

    /** Whether the request may change a document that is this now: it asks for no tag, or for this one's. */
    static boolean allows(ApiRequest request, ApiResponse now) {
        return request.header("If-Match")
                .map(wanted -> names(wanted, of(now), false))
                .orElse(true);
    }

    private static boolean names(String header, String tag, boolean weak) {
        return Stream.of(header.split(","))
                .map(String::strip)
                .map(given -> weak && given.startsWith("W/") ? given.substring(2) : given)
                .anyMatch(List.of("*", tag)::contains);
    }

    private static String of(ApiResponse response) {
        return "\"" + Fingerprint.of(response.body()).substring(0, LENGTH) + "\"";
    }
}
