package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Variable;
import io.jenkins.plugins.hades.model.VariableChange;
import io.jenkins.plugins.hades.model.VariableVersion;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
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
                Route.get("/environments/{environment}/variables/history", "The changes of variables, newest first")
                        .needs(Permission.VIEW, subjects::ofEnvironment)
                        .takes(NameFilter.PARAMETER, Parameter.PAGE_SIZE, Parameter.PAGE_AFTER)
                        .answers(200, "VariableVersionList")
                        .by(this::history),
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

    private ApiResponse history(Exchange exchange) {
        Predicate<String> named = NameFilter.of(exchange);
        Sorting<VariableVersion> newest = new Sorting<>(
                "-at",
                change -> Sorting.key(change.at()),
                change -> change.scope() + "." + change.name() + "." + Sorting.key(change.version()));
        Slice<VariableVersion> page = newest.page(
                exchange,
                store.variables().history(subjects.environment(exchange).id()).stream()
                        .filter(change -> named.test(change.name())));
        List<ObjectNode> nodes = page.items().stream()
                .map(change -> Resources.plain(
                        "variable-versions", change.scope() + "." + change.name() + "." + change.version(), change))
                .toList();
        return Documents.list(exchange, new Slice<>(nodes, page.next()), Inclusion.none());
    }

    private ApiResponse change(Exchange exchange) {
        UUID environment = subjects.environment(exchange).id();
        List<VariableChange> changes = exchange.body(ChangeSet.class).changes();
        exchange.deed().to(environment);
        exchange.deed().detail(changes.stream().map(VariableRoutes::told).collect(Collectors.joining(", ")));
        store.environments().hold(environment);
        ApiResponse now = document(exchange, store.variables().list(environment));
        if (!EntityTags.allows(exchange.request(), now)) {
            throw changed(environment);
        }
        store.variables()
                .change(environment, changes, exchange.request().caller().id());
        return document(exchange, store.variables().list(environment));
    }

    private static RequestProblem changed(UUID environment) {
        HadesException stale = new HadesException(
                ErrorKind.CONFLICT,
                "Changing variables of environment " + environment,
                "somebody changed them after they were read",
                "Read them again, and decide anew");
        return RequestProblem.header("If-Match", 412, stale);
    }

    private static String told(VariableChange change) {
        return change.name() + (change instanceof VariableChange.Unset ? " removed" : "");
    }

    private static ApiResponse document(Exchange exchange, List<Variable> variables) {
        List<ObjectNode> nodes = variables.stream()
                .map(variable -> Resources.plain("variables", variable.scope() + "." + variable.name(), variable))
                .toList();
        return Documents.list(exchange, nodes);
    }
}
