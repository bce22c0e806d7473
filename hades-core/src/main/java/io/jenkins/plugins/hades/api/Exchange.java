package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A request on its way through a route.
 *
 * @param request the request
 * @param parts what stands in the path where the route has braces, by name
 * @param rights what the caller may do
 * @param deed what the audit will tell of it
 */
record Exchange(ApiRequest request, Map<String, String> parts, Rights rights, Deed deed) {
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

    /** A parameter of the query, if it is given. */
    Optional<String> parameter(String name) {
        return request.parameter(name);
    }

    /** A whole number of the query, within bounds. */
    long parameter(String name, long otherwise, long lowest, long highest) {
        String text = parameter(name).orElse(Long.toString(otherwise));
        try {
            long value = Long.parseLong(text);
            if (value >= lowest && value <= highest) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of bounds.
        }
        throw RequestProblem.parameter(
                name, "\"" + text + "\" is no whole number from " + lowest + " to " + highest, "");
    }

    /** A time of the query, if it is given. */
    Optional<Instant> time(String name) {
        return parameter(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw RequestProblem.parameter(name, "\"" + text + "\" is no time", "Write it as 2026-03-01T10:00:00Z");
            }
        });
    }

    /** The parts of a parameter between its commas; none if it is not given. */
    List<String> words(String name) {
        return parameter(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    /** The values of a parameter between its commas, which the router found to be of this kind; none if it is not given. */
    <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        words(name).forEach(word -> chosen.add(Enum.valueOf(type, word)));
        return chosen;
    }

    /** The body as an object of this type. */
    <T> T body(Class<T> type) {
        return Bodies.read(request.body(), type);
    }

    /** A value of the body that must be there. */
    static <T> T required(T value, String pointer) {
        if (value == null) {
            throw RequestProblem.pointer(pointer, "a value is missing here");
        }
        return value;
    }

    /** A value made of what stands at this place of the body; says so where it cannot be. */
    static <T> T at(String pointer, Supplier<T> value) {
        try {
            return value.get();
        } catch (HadesException e) {
            throw e.kind() == ErrorKind.BAD_INPUT ? RequestProblem.pointer(pointer, e) : e;
        }
    }

    /** That there is nothing of this kind and name. */
    HadesException absent(String kind) {
        return absent(kind, part(kind));
    }

    /** That there is nothing of this kind that bears this name. */
    HadesException absent(String kind, String name) {
        return new HadesException(
                ErrorKind.NOT_FOUND, "Looking for " + kind + " " + name, "there is none, or you may not see it", "");
    }
}
