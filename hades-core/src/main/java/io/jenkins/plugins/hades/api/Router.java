package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The HTTP API, free of any servlet. It enforces for every route: a permission; for every method but GET a JSON body and a proof that no foreign page
 * sent it. A caller who may not see a project gets the same answer as for one that does not exist. Thread-safe; blocks on the store.
 */
public final class Router {
    private static final Logger LOGGER = Logger.getLogger(Router.class.getName());

    private final List<Route> routes;
    private final Access access;

    /**
     * @param routes all routes
     * @param access decides what callers may do
     */
    Router(List<Route> routes, Access access) {
        this.routes = List.copyOf(routes);
        this.access = access;
    }

    /** Answers a request. Throws nothing but when the thread is interrupted: failures are answers. */
    public ApiResponse handle(ApiRequest request) throws InterruptedException {
        try {
            return route(request);
        } catch (HadesException e) {
            return Problems.answer(e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, e, () -> "Answering " + request.method() + " " + request.path() + " met a defect");
            return Problems.answer(new HadesException(
                    ErrorKind.INTERNAL, "Answering the request", "Hades met a defect", "Look at Hades' own log", e));
        }
    }

    private ApiResponse route(ApiRequest request) throws InterruptedException {
        List<String> parts = parts(request.path());
        List<Route> fitting = routes.stream().filter(route -> route.fits(parts)).toList();
        if (fitting.isEmpty()) {
            throw new HadesException(ErrorKind.NOT_FOUND, "Looking for " + request.path(), "there is no such page", "");
        }
        Optional<Route> chosen = fitting.stream()
                .filter(route -> route.method().equals(request.method()))
                .findFirst();
        if (chosen.isEmpty()) {
            return Problems.methodNotAllowed(fitting.stream().map(Route::method).toList());
        }
        Route route = chosen.get();
        if (!request.method().equals("GET")) {
            unsafe(request);
        }
        Exchange exchange = new Exchange(request, named(route, parts), project -> visible(request.caller(), project));
        permit(route, exchange);
        return route.handler().handle(exchange);
    }

    private void permit(Route route, Exchange exchange) {
        Caller caller = exchange.request().caller();
        Optional<UUID> project = route.subject().project(exchange);
        if (project.isPresent() && !visible(caller, project.get())) {
            String kind = route.path().stream()
                    .filter(part -> part.startsWith("{"))
                    .findFirst()
                    .orElse("{page}");
            throw exchange.absent(kind.substring(1, kind.length() - 1));
        }
        if (!access.allows(caller, route.permission(), project)) {
            throw new HadesException(
                    ErrorKind.FORBIDDEN,
                    exchange.request().method() + " " + exchange.request().path(),
                    caller.id() + " lacks the permission " + route.permission(),
                    "Ask an administrator of the project");
        }
    }

    private boolean visible(Caller caller, UUID project) {
        return access.allows(caller, Permission.VIEW, Optional.of(project));
    }

    private static void unsafe(ApiRequest request) {
        if (!request.guarded()) {
            throw new HadesException(
                    ErrorKind.FORBIDDEN,
                    request.method() + " " + request.path(),
                    "the request has neither a crumb nor an API token",
                    "Send one");
        }
        String type = request.contentType();
        if (!type.equals("application/json") && !type.equals(ApiResponse.JSON_API)) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the request",
                    "its content type is \"" + type + "\"",
                    "Send application/json");
        }
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.substring(Math.min(1, path.length())).split("/", -1)) {
            parts.add(decoded(part));
        }
        return parts;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT, "Reading the path", "\"" + part + "\" is not encoded as a URL", "", e);
        }
    }

    private static Map<String, String> named(Route route, List<String> parts) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = route.path().get(i);
            if (part.startsWith("{")) {
                named.put(part.substring(1, part.length() - 1), parts.get(i));
            }
        }
        return named;
    }
}
