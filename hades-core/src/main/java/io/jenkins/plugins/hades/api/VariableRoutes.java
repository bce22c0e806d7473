package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.model.Variable;
import io.jenkins.plugins.hades.model.VariableChange;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The variables of an environment: secret values go in and never come out. */
final class VariableRoutes {
    private final Store store;
    private final Subjects subjects;

    VariableRoutes(Store store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/environments/{environment}/variables", "The variables of an environment, by scope and name")
                        .needs(Permission.VIEW, subjects::ofEnvironment)
                        .answers(200, "VariableList")
                        .by(this::list),
                Route.unsafe(
                                "PATCH",
                                "/environments/{environment}/variables",
                                "variables.change",
                                "Changes variables, all or none; what runs gets them with the next operation")
                        .needs(Permission.CONFIGURE, subjects::ofEnvironment)
                        .reads("VariableChanges")
                        .answers(200, "VariableList")
                        .atomic()
                        .by(this::change));
    }

    private ApiResponse list(Exchange exchange) {
        return document(
                exchange, store.variables().list(subjects.environment(exchange).id()));
    }

    private ApiResponse change(Exchange exchange) {
        UUID environment = subjects.environment(exchange).id();
        List<VariableChange> changes = exchange.body(ChangeSet.class).changes();
        exchange.deed().to(environment);
        exchange.deed().detail(changes.stream().map(VariableRoutes::told).collect(Collectors.joining(", ")));
        store.variables()
                .change(environment, changes, exchange.request().caller().id());
        return document(exchange, store.variables().list(environment));
    }

    private static String told(VariableChange change) {
        return (change instanceof VariableChange.Unset ? "-" : "") + change.name();
    }

    private static ApiResponse document(Exchange exchange, List<Variable> variables) {
        List<ObjectNode> nodes = variables.stream()
                .map(variable -> Resources.plain("variables", variable.scope() + "." + variable.name(), variable))
                .toList();
        return Documents.list(exchange, nodes);
    }
}
