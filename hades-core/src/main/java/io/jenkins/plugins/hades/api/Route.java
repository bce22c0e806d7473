package io.jenkins.plugins.hades.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One route of the API, with what its description tells of it.
 *
 * @param method in capitals
 * @param path its parts; one in braces matches any part: {@code /operations/{operation}}
 * @param summary what it does, in a few words
 * @param guard who may use it
 * @param parameters the parameters of the query that it knows
 * @param body the name of its body's schema, if it takes a body
 * @param content the media type of its body where that is bytes, which are read while they come
 * @param status the status of its answer when it succeeds
 * @param answer the name of its answer's schema; empty where the answer is no document
 * @param media another media type in which it answers
 * @param action what the audit calls it; empty where it changes nothing
 * @param atomic whether what it does is done in one transaction with its record, all or nothing; then it touches nothing but the store
 * @param handler answers
 */
record Route(
        String method,
        List<String> path,
        String summary,
        Guard guard,
        List<Parameter> parameters,
        Optional<String> body,
        Optional<String> content,
        int status,
        Optional<String> answer,
        Optional<String> media,
        Optional<String> action,
        boolean atomic,
        Handler handler) {
    Route {
        path = List.copyOf(path);
        parameters = List.copyOf(parameters);
        if (method.equals("GET") == action.isPresent()) {
            throw new IllegalArgumentException("A route that changes something has an action, and no other: " + path);
        }
    }

    /** Answers a request whose caller is allowed to ask. */
    @FunctionalInterface
    interface Handler {
        ApiResponse handle(Exchange exchange) throws InterruptedException;
    }

    /** A route that changes nothing. */
    static Draft get(String path, String summary) {
        return new Draft("GET", path, summary, Optional.empty());
    }

    /**
     * A route that changes something.
     *
     * @param action what the audit calls it: {@code variables.change}
     */
    static Draft unsafe(String method, String path, String action, String summary) {
        return new Draft(method, path, summary, Optional.of(action));
    }

    /** Its path as it is written. */
    String template() {
        return "/" + String.join("/", path);
    }

    /** Whether a key of the caller's keeps it from being carried out twice. */
    boolean keyed() {
        return atomic && method.equals("POST");
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

    /** A route that is being described. */
    static final class Draft {
        private final String method;
        private final List<String> path;
        private final String summary;
        private final Optional<String> action;
        private final List<Parameter> parameters = new ArrayList<>();
        private Guard guard = Guard.everybody();
        private Optional<String> body = Optional.empty();
        private Optional<String> content = Optional.empty();
        private int status = 200;
        private Optional<String> answer = Optional.empty();
        private Optional<String> media = Optional.empty();
        private boolean atomic;

        private Draft(String method, String path, String summary, Optional<String> action) {
            this.method = method;
            this.path = List.of(path.substring(1).split("/"));
            this.summary = summary;
            this.action = action;
        }

        /** Who may use it; everybody if nothing is said. */
        Draft guard(Guard who) {
            guard = who;
            return this;
        }

        /** Whoever has this permission on the project may use it. */
        Draft needs(Permission permission, Guard.Subject subject) {
            return guard(Guard.project(permission, subject));
        }

        /** It knows these parameters. */
        Draft takes(Parameter... known) {
            parameters.addAll(List.of(known));
            return this;
        }

        /** It reads a body of this schema. */
        Draft reads(String schema) {
            body = Optional.of(schema);
            return this;
        }

        /** It reads bytes of this media type while they come, however many. */
        Draft receives(String type) {
            content = Optional.of(type);
            return this;
        }

        /** It answers with a document of this schema. */
        Draft answers(int code, String schema) {
            status = code;
            answer = Optional.of(schema);
            return this;
        }

        /** It answers in this media type, or may. */
        Draft writes(String type) {
            media = Optional.of(type);
            return this;
        }

        /** All of it happens in one transaction. */
        Draft atomic() {
            atomic = true;
            return this;
        }

        /** The route, answered so. */
        Route by(Handler handler) {
            return new Route(
                    method,
                    path,
                    summary,
                    guard,
                    parameters,
                    body,
                    content,
                    status,
                    answer,
                    media,
                    action,
                    atomic,
                    handler);
        }
    }
}
