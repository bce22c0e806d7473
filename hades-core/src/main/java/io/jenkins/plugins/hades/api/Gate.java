package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.error.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets requests through to their routes, or refuses them. */
final class Gate {
    private final Access access;

    Gate(Access access) {
        this.access = access;
    }

    /** The request on its way through its route, if it may go there. */
    Exchange opened(Route route, ApiRequest request, List<String> parts, Deeds deeds) {
        if (!request.method().equals("GET")) {
            unsafe(route, request);
        }
        Rights rights = new Rights(access, request.caller());
        Exchange exchange = new Exchange(request, RouteTable.named(route, parts), rights, new Deed());
        permit(route, exchange, deeds);
        request.query().forEach((name, value) -> known(route, name, value));
        return exchange;
    }

    private void permit(Route route, Exchange exchange, Deeds deeds) {
        Guard guard = route.guard();
        Optional<UUID> project = guard.subject().project(exchange);
        boolean seen = project.isEmpty() || exchange.rights().sees(project.get());
        Optional<Permission> needed = project.isPresent() ? Optional.of(guard.onProject()) : guard.onAll();
        Caller caller = exchange.request().caller();
        if (seen && (needed.isEmpty() || exchange.rights().allows(needed.get(), project))) {
            return;
        }
        deeds.refused(route, exchange, project);
        if (!seen) {
            throw exchange.absent(subject(route));
        }
        throw new HadesException(
                ErrorKind.FORBIDDEN,
                exchange.request().method() + " " + exchange.request().path(),
                caller.id() + " lacks the permission " + needed.orElseThrow(),
                "Ask an administrator of the project");
    }

    private static String subject(Route route) {
        String part = route.path().stream()
                .filter(word -> word.startsWith("{"))
                .findFirst()
                .orElse("{page}");
        return part.substring(1, part.length() - 1);
    }

    private static void unsafe(Route route, ApiRequest request) {
        if (!request.guarded()) {
            throw new HadesException(
                    ErrorKind.FORBIDDEN,
                    request.method() + " " + request.path(),
                    "the request has neither a crumb nor an API token",
                    "Send one");
        }
        String type = request.contentType();
        String wanted = route.content().orElse("application/json");
        if (!type.equals(wanted) && (route.content().isPresent() || !type.equals(ApiResponse.JSON_API))) {
            HadesException wrong = new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the request",
                    "its content type is \"" + type + "\"",
                    "Send " + wanted);
            throw RequestProblem.header("Content-Type", 415, wrong);
        }
    }

    private static void known(Route route, String name, String value) {
        List<String> names = route.parameters().stream().map(Parameter::name).toList();
        Parameter parameter = route.parameters().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RequestProblem.parameter(
                        name,
                        "this page does not know it",
                        Nearest.of(name, names)
                                .map(nearest -> "Perhaps " + nearest + " is meant")
                                .orElse("It knows " + (names.isEmpty() ? "none" : String.join(", ", names)))));
        if (!parameter.values().isEmpty()) {
            for (String word : value.split(",", -1)) {
                if (!parameter.values().contains(word)) {
                    throw RequestProblem.parameter(
                            name,
                            "\"" + word + "\" is none of its values",
                            "Give some of " + String.join(", ", parameter.values()));
                }
            }
        }
    }
}
