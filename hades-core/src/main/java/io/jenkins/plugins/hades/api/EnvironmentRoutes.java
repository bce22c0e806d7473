package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.Release;
import java.util.List;
import java.util.Optional;

/** An environment, its releases, its operations. */
final class EnvironmentRoutes {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final Engine engine;
    private final Subjects subjects;

    EnvironmentRoutes(Engine engine, Subjects subjects) {
        this.engine = engine;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/environments/{environment}", Permission.VIEW, subjects::ofEnvironment, this::show),
                Route.of(
                        "GET",
                        "/environments/{environment}/releases",
                        Permission.VIEW,
                        subjects::ofEnvironment,
                        this::releases),
                Route.of(
                        "GET",
                        "/environments/{environment}/operations",
                        Permission.VIEW,
                        subjects::ofEnvironment,
                        this::operations),
                Route.of(
                        "POST",
                        "/environments/{environment}/operations",
                        Permission.DEPLOY,
                        subjects::ofEnvironment,
                        this::submit));
    }

    private ApiResponse show(Exchange exchange) {
        Environment environment = subjects.environment(exchange);
        return Documents.one(200, "environments", environment.id().toString(), environment);
    }

    private ApiResponse releases(Exchange exchange) {
        List<Release> releases =
                engine.store().releases().list(subjects.environment(exchange).id(), size(exchange));
        return Documents.list("releases", releases, release -> Integer.toString(release.number()));
    }

    private ApiResponse operations(Exchange exchange) {
        List<Operation> operations = engine.store()
                .operations()
                .list(
                        Optional.of(subjects.environment(exchange).id()),
                        exchange.parameter("page[before]", 0, 0, Long.MAX_VALUE),
                        size(exchange));
        return Documents.list("operations", operations, operation -> Long.toString(operation.id()));
    }

    private ApiResponse submit(Exchange exchange) {
        Caller caller = exchange.request().caller();
        Operation operation = engine.submit(
                subjects.environment(exchange).id(),
                exchange.body(OperationRequest.class),
                caller.id(),
                caller.origin());
        return Documents.one(202, "operations", Long.toString(operation.id()), operation);
    }

    static int size(Exchange exchange) {
        return (int) exchange.parameter("page[size]", PAGE, 1, LARGEST_PAGE);
    }
}
