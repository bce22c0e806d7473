package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.oplog.OperationLogs;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What is asked of the engine: to do something, to stop it, and what it wrote meanwhile. */
final class WorkRoutes {
    private static final int LOG_PART = 256 * 1024;
    private static final Parameter OFFSET =
            new Parameter("offset", "Where to begin, in bytes: 0, or X-Text-Size of the answer before", "integer");

    private final Engine engine;
    private final Subjects subjects;

    WorkRoutes(Engine engine, Subjects subjects) {
        this.engine = engine;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.unsafe(
                                "POST",
                                "/environments/{environment}/operations",
                                "operation.submit",
                                "Asks for an operation; it is worked on when the environment is free")
                        .needs(Permission.DEPLOY, subjects::ofEnvironment)
                        .reads("OperationRequest")
                        .answers(202, "Operation")
                        .atomic()
                        .by(this::submit),
                Route.unsafe(
                                "POST",
                                "/operations/{operation}/cancel",
                                "operation.cancel",
                                "Asks that an operation stop; does nothing to one that has ended")
                        .needs(Permission.DEPLOY, subjects::ofOperation)
                        .answers(202, "Operation")
                        .by(this::cancel),
                Route.get("/operations/{operation}/log", "The log of an operation from an offset on, as plain text")
                        .needs(Permission.VIEW, subjects::ofOperation)
                        .takes(OFFSET)
                        .writes("text/plain")
                        .by(this::log));
    }

    private ApiResponse submit(Exchange exchange) {
        Environment environment = subjects.environment(exchange);
        OperationRequest request = exchange.body(OperationRequest.class);
        Exchange.required(request.kind(), "/kind");
        exchange.deed().to(environment.id());
        Caller caller = exchange.request().caller();
        Operation operation = engine.submit(environment.id(), request, caller.id(), caller.origin());
        exchange.deed().detail(request.kind() + ", operation " + operation.id());
        return Documents.one(exchange, 202, Resources.of(exchange).operation(operation));
    }

    private ApiResponse cancel(Exchange exchange) {
        Operation operation = subjects.operation(exchange);
        exchange.deed().to(operation.environmentId());
        exchange.deed().detail("operation " + operation.id());
        Operation cancelled =
                engine.cancel(operation.id(), exchange.request().caller().id());
        return Documents.one(exchange, 202, Resources.of(exchange).operation(cancelled));
    }

    /** Plain text from an offset on, with the offset to go on from, as Jenkins' own progressive text has it. */
    private ApiResponse log(Exchange exchange) {
        Operation operation = subjects.operation(exchange);
        long offset = exchange.parameter(OFFSET.name(), 0, 0, Long.MAX_VALUE);
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
}
