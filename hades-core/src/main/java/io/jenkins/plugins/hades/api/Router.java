package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The HTTP API, free of any servlet. It enforces for every route: a permission; for every method but GET a body of the media type that it reads and a proof that no foreign page
 * sent it. A caller who may not see a project gets the same answer as for one that does not exist. Thread-safe; blocks on the store.
 */
public final class Router {
    private static final Logger LOGGER = Logger.getLogger(Router.class.getName());

    private final RouteTable routes;
    private final Gate gate;
    private final Deeds deeds;

    /**
     * @param routes all routes
     * @param access decides what callers may do
     * @param deeds carries out what changes something
     */
    Router(List<Route> routes, Access access, Deeds deeds) {
        this.routes = new RouteTable(routes);
        this.gate = new Gate(access);
        this.deeds = deeds;
    }

    /** Answers a request. Throws nothing but when the thread is interrupted: failures are answers. */
    public ApiResponse handle(ApiRequest request) throws InterruptedException {
        try {
            return route(request);
        } catch (HadesException e) {
            if (e.kind() == ErrorKind.INTERNAL) {
                LOGGER.log(Level.SEVERE, e, () -> "Answering " + request.method() + " " + request.path() + " failed");
            }
            return Problems.answer(e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, e, () -> "Answering " + request.method() + " " + request.path() + " met a defect");
            return Problems.answer(new HadesException(
                    ErrorKind.INTERNAL, "Answering the request", "Hades met a defect", "Look at Hades' own log", e));
        }
    }

    /**
     * Whether a request to this place is handed over before its body has come: then the body is {@link ApiRequest#content}, of any length, and else
     * {@link ApiRequest#body}.
     */
    public boolean receives(String method, String path) {
        try {
            return routes.fitting(RouteTable.parts(path)).stream()
                    .anyMatch(route ->
                            route.method().equals(method) && route.content().isPresent());
        } catch (HadesException e) {
            return false;
        }
    }

    /** All routes. */
    List<Route> routes() {
        return routes.all();
    }

    private ApiResponse route(ApiRequest request) throws InterruptedException {
        List<String> parts = RouteTable.parts(request.path());
        List<Route> fitting = routes.fitting(parts);
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
        Exchange exchange = gate.opened(route, request, parts, deeds);
        if (request.method().equals("GET")) {
            return EntityTags.tagged(request, route.handler().handle(exchange));
        }
        return EntityTags.tagged(deeds.done(route, exchange));
    }
}
