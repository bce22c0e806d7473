package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds routes by their paths. A part that is written out goes before one in braces. */
final class RouteTable {
    private final List<Route> routes;

    RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** All routes. */
    List<Route> all() {
        return routes;
    }

    /** The routes of this path, one for each method. */
    List<Route> fitting(List<String> parts) {
        List<Route> fitting = routes.stream().filter(route -> route.fits(parts)).toList();
        long fewest = fitting.stream().mapToLong(RouteTable::open).min().orElse(0);
        return fitting.stream().filter(route -> open(route) == fewest).toList();
    }

    /** The parts of a path, decoded. */
    static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.substring(Math.min(1, path.length())).split("/", -1)) {
            parts.add(decoded(part));
        }
        return parts;
    }

    /** What stands where a route has braces. */
    static Map<String, String> named(Route route, List<String> parts) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = route.path().get(i);
            if (part.startsWith("{")) {
                named.put(part.substring(1, part.length() - 1), parts.get(i));
            }
        }
        return named;
    }

    private static long open(Route route) {
        return route.path().stream().filter(part -> part.startsWith("{")).count();
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT, "Reading the path", "\"" + part + "\" is not encoded as a URL", "", e);
        }
    }
}
