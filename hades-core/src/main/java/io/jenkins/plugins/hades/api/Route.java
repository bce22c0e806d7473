package io.jenkins.plugins.hades.api;

import java.util.List;
import java.util.Optional;

/**
 * One route of the API.
 *
 * @param method in capitals
 * @param path its parts; one in braces matches any part: {@code /operations/{operation}}
 * @param permission what its caller must be allowed
 * @param subject finds the project that the permission is asked of
 * @param handler answers
 */
record Route(String method, List<String> path, Permission permission, Subject subject, Handler handler) {
    /** A route of this path. */
    static Route of(String method, String path, Permission permission, Subject subject, Handler handler) {
        return new Route(method, List.of(path.substring(1).split("/")), permission, subject, handler);
    }

    /** Whether the parts of a request's path fit. */
    boolean fits(List<String> parts) {
        if (parts.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!path.get(i).startsWith("{") && !path.get(i).equals(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Answers a request whose caller is allowed to ask. */
    @FunctionalInterface
    interface Handler {
        ApiResponse handle(Exchange exchange) throws InterruptedException;
    }

    /** Finds the project that a request concerns; empty for all of Hades. */
    @FunctionalInterface
    interface Subject {
        Optional<java.util.UUID> project(Exchange exchange);
    }
}
