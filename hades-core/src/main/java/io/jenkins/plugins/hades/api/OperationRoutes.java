package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.oplog.OperationLogs;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations, their steps, their logs. */
final class OperationRoutes {
    private static final int LOG_PART = 256 * 1024;

    private final Engine engine;
    private final Subjects subjects;

    OperationRoutes(Engine engine, Subjects subjects) {
        this.engine = engine;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/operations", Permission.VIEW, subjects::none, this::list),
                Route.of("GET", "/operations/{operation}", Permission.VIEW, subjects::ofOperation, this::show),
                Route.of("GET", "/operations/{operation}/steps", Permission.VIEW, subjects::ofOperation, this::steps),
                Route.of("GET", "/operations/{operation}/log", Permission.VIEW, subjects::ofOperation, this::log),
                Route.of(
                        "POST",
                        "/operations/{operation}/cancel",
                        Permission.DEPLOY,
                        subjects::ofOperation,
                        this::cancel));
    }

    private ApiResponse list(Exchange exchange) {
        List<Operation> operations = engine
                .store()
                .operations()
                .list(
                        Optional.empty(),
                        exchange.parameter("page[before]", 0, 0, Long.MAX_VALUE),
                        EnvironmentRoutes.size(exchange))
                .stream()
                .filter(operation -> exchange.visible().test(subjects.projectOf(operation)))
                .toList();
        return Documents.list("operations", operations, operation -> Long.toString(operation.id()));
    }

    private ApiResponse show(Exchange exchange) {
        Operation operation = subjects.operation(exchange);
        return Documents.one(200, "operations", Long.toString(operation.id()), operation);
    }

    private ApiResponse steps(Exchange exchange) {
        long operation = subjects.operation(exchange).id();
        return Documents.list(
                "steps", engine.store().operations().steps(operation), step -> operation + "." + step.position());
    }

    /** Plain text from an offset on, with the offset to go on from, as Jenkins' own progressive text has it. */
    private ApiResponse log(Exchange exchange) {
        Operation operation = subjects.operation(exchange);
        long offset = exchange.parameter("offset", 0, 0, Long.MAX_VALUE);
        try {
            OperationLogs.Part part = engine.logs().read(operation.id(), offset, LOG_PART);
            boolean more = part.more() || !operation.status().ended();
            return new ApiResponse(
                    200,
                    Map.of(
                            "Content-Type", "text/plain; charset=utf-8",
                            "X-Content-Type-Options", "nosniff",
                            "Cache-Control", "no-store",
                            "X-Text-Size", Long.toString(part.next()),
                            "X-More-Data", Boolean.toString(more)),
                    part.text());
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    "Reading the log of operation " + operation.id(),
                    String.valueOf(e.getMessage()),
                    "Look at the disk of the machine that Hades runs on",
                    e);
        }
    }

    private ApiResponse cancel(Exchange exchange) {
        Operation operation = engine.cancel(
                subjects.operation(exchange).id(), exchange.request().caller().id());
        return Documents.one(202, "operations", Long.toString(operation.id()), operation);
    }
}
