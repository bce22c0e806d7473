package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.store.OperationQuery;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Operations: of all projects, of an environment, and one. */
final class OperationRoutes {
    private static final Parameter STATUS = Parameter.filter("status", "Some statuses", OperationStatus.class);
    private static final Parameter KIND = Parameter.filter("kind", "Some kinds", OperationKind.class);
    private static final Parameter ACTOR = Parameter.filter("actor", "Who asked for it");
    private static final Parameter SORT = Parameter.sort("id");
    private static final Parameter INCLUDE = Parameter.include("environment", "environment.project");

    private final Store store;
    private final Subjects subjects;

    OperationRoutes(Store store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/operations", "The operations of all projects that the caller may see, newest first")
                        .takes(Visible.FILTER, STATUS, KIND, ACTOR, SORT, INCLUDE)
                        .takes(Parameter.PAGE_SIZE, Parameter.PAGE_AFTER)
                        .answers(200, "OperationList")
                        .by(this::all),
                Route.get("/environments/{environment}/operations", "The operations of an environment, newest first")
                        .needs(Permission.VIEW, subjects::ofEnvironment)
                        .takes(STATUS, KIND, ACTOR, SORT, INCLUDE, Parameter.PAGE_SIZE, Parameter.PAGE_AFTER)
                        .answers(200, "OperationList")
                        .by(this::ofEnvironment),
                Route.get("/operations/{operation}", "An operation")
                        .needs(Permission.VIEW, subjects::ofOperation)
                        .takes(INCLUDE)
                        .answers(200, "Operation")
                        .by(this::show),
                Route.get("/operations/{operation}/steps", "The steps of an operation, in their order")
                        .needs(Permission.VIEW, subjects::ofOperation)
                        .answers(200, "StepList")
                        .by(this::steps));
    }

    private ApiResponse all(Exchange exchange) {
        return page(exchange, Optional.empty(), Visible.of(exchange, store).limit());
    }

    private ApiResponse ofEnvironment(Exchange exchange) {
        return page(exchange, Optional.of(subjects.environment(exchange).id()), Optional.empty());
    }

    private ApiResponse page(Exchange exchange, Optional<UUID> environment, Optional<Set<UUID>> projects) {
        String order = exchange.parameter("sort").orElse("-id");
        if (order.contains(",")) {
            throw RequestProblem.parameter("sort", "the list is sorted by one key", "Give id or -id");
        }
        int size = Slice.size(exchange);
        List<Operation> found = store.operations()
                .list(new OperationQuery(
                        environment,
                        projects,
                        exchange.choices(STATUS.name(), OperationStatus.class),
                        exchange.choices(KIND.name(), OperationKind.class),
                        exchange.parameter(ACTOR.name()),
                        order.equals("id"),
                        Cursor.number(exchange, order, 0),
                        size + 1));
        Slice<Operation> page = Slice.of(found, size, last -> Cursor.of(order, Long.toString(last.id())));
        Inclusion included = Inclusion.asked(exchange);
        return Documents.list(exchange, new Slice<>(nodes(exchange, page.items(), included), page.next()), included);
    }

    private ApiResponse show(Exchange exchange) {
        Inclusion included = Inclusion.asked(exchange);
        List<Operation> one = List.of(subjects.operation(exchange));
        return Documents.one(exchange, 200, nodes(exchange, one, included).get(0), included);
    }

    private List<ObjectNode> nodes(Exchange exchange, List<Operation> operations, Inclusion included) {
        Resources resources = Resources.of(exchange);
        if (included.wants("environment")) {
            List<UUID> ids =
                    operations.stream().map(Operation::environmentId).distinct().toList();
            Inclusion beyond = included.beyond("environment");
            new EnvironmentView(store, resources, beyond)
                    .of(store.environments().find(ids))
                    .forEach(included::add);
            included.addAll(beyond);
        }
        return operations.stream().map(resources::operation).toList();
    }

    private ApiResponse steps(Exchange exchange) {
        long operation = subjects.operation(exchange).id();
        List<ObjectNode> steps = store.operations().steps(operation).stream()
                .map(step -> Resources.plain("steps", operation + "." + step.position(), step))
                .toList();
        return Documents.list(exchange, steps);
    }
}
