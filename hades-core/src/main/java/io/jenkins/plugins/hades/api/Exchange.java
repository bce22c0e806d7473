package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A request on its way through a route.
 *
 * @param request the request
 * @param parts what stands in the path where the route has braces, by name
 * @param visible whether the caller may see a project
 */
record Exchange(ApiRequest request, Map<String, String> parts, Predicate<UUID> visible) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** A part of the path. */
    String part(String name) {
        return parts.get(name);
    }

    /** A part of the path that is an identity. */
    UUID id(String name) {
        try {
            return UUID.fromString(part(name));
        } catch (IllegalArgumentException e) {
            throw absent(name);
        }
    }

    /** A part of the path that is a number. */
    long number(String name) {
        try {
            return Long.parseLong(part(name));
        } catch (NumberFormatException e) {
            throw absent(name);
        }
    }

    /** A whole number of the query, within bounds. */
    long parameter(String name, long otherwise, long lowest, long highest) {
        String text = request.parameter(name).orElse(Long.toString(otherwise));
        try {
            long value = Long.parseLong(text);
            if (value >= lowest && value <= highest) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of bounds.
        }
        throw new HadesException(
                ErrorKind.BAD_INPUT,
                "Reading the parameter " + name,
                "\"" + text + "\" is no whole number from " + lowest + " to " + highest,
                "");
    }

    /** The body as an object of this type. */
    <T> T body(Class<T> type) {
        try {
            T value = JSON.readValue(request.body(), type);
            if (value != null) {
                return value;
            }
            throw new HadesException(ErrorKind.BAD_INPUT, "Reading the request", "the body is null", "");
        } catch (JsonProcessingException e) {
            throw new HadesException(ErrorKind.BAD_INPUT, "Reading the request", e.getOriginalMessage(), "", e);
        }
    }

    /** That there is nothing of this kind and name. */
    HadesException absent(String kind) {
        return new HadesException(
                ErrorKind.NOT_FOUND,
                "Looking for " + kind + " " + part(kind),
                "there is none, or you may not see it",
                "");
    }
}
