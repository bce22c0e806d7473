package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Where a page of a list ends, so that the next one goes on there, whatever came or went meanwhile. Opaque to callers. */
final class Cursor {
    private static final JsonMapper JSON = new JsonMapper();

    private Cursor() {}

    /**
     * The text of a cursor.
     *
     * @param order how the list is sorted
     * @param position the sort keys of the last item of the page
     */
    static String of(String order, String... position) {
        try {
            byte[] json = JSON.writeValueAsBytes(List.of(order, List.of(position)));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of strings cannot be written as JSON", e);
        }
    }

    /** The position that the request's cursor holds, if it has one; it must be of a list of this order, and of so many keys. */
    static Optional<List<String>> read(Exchange exchange, String order, int keys) {
        return exchange.parameter(Parameter.PAGE_AFTER.name()).map(text -> {
            List<String> position = decoded(text, order);
            if (position.size() != keys) {
                throw foreign();
            }
            return position;
        });
    }

    /** The number that the request's cursor holds; the other if it has none. */
    static long number(Exchange exchange, String order, long otherwise) {
        Optional<List<String>> position = read(exchange, order, 1);
        try {
            return position.map(keys -> Long.parseLong(keys.get(0))).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw foreign();
        }
    }

    private static List<String> decoded(String text, String order) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<Object> parts = JSON.readValue(json, new TypeReference<>() {});
            if (parts.size() == 2 && parts.get(0).equals(order) && parts.get(1) instanceof List<?> keys) {
                return keys.stream().map(String::valueOf).toList();
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            // Told below, like a cursor of another list.
        }
        throw foreign();
    }

    private static RequestProblem foreign() {
        return RequestProblem.parameter(
                Parameter.PAGE_AFTER.name(),
                "it is no cursor of this list in this order",
                "Take it from links.next of the page before");
    }
}
