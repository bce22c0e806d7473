package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.VariableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The variables of an environment: secret values go in and never come out. */
final class VariableRoutes {
    private final Engine engine;
    private final Subjects subjects;

    VariableRoutes(Engine engine, Subjects subjects) {
        this.engine = engine;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "GET",
                        "/environments/{environment}/variables",
                        Permission.VIEW,
                        subjects::ofEnvironment,
                        this::list),
                Route.of(
                        "PATCH",
                        "/environments/{environment}/variables",
                        Permission.CONFIGURE,
                        subjects::ofEnvironment,
                        this::change));
    }

    private ApiResponse list(Exchange exchange) {
        return variables(subjects.environment(exchange).id());
    }

    private ApiResponse change(Exchange exchange) {
        UUID environment = subjects.environment(exchange).id();
        ChangeSet asked = exchange.body(ChangeSet.class);
        List<VariableChange> changes = new ArrayList<>();
        asked.set()
                .forEach(value -> changes.add(new VariableChange.Assign(
                        value.name(),
                        value.scope().orElse(Scope.APP),
                        value.phases().orElse(Set.of(Phase.RUN)),
                        value.secret(),
                        value.value())));
        asked.unset()
                .forEach(name ->
                        changes.add(new VariableChange.Unset(name, asked.scope().orElse(Scope.APP))));
        engine.store()
                .variables()
                .change(environment, changes, exchange.request().caller().id());
        return variables(environment);
    }

    private ApiResponse variables(UUID environment) {
        return Documents.list(
                "variables",
                engine.store().variables().list(environment),
                variable -> variable.scope() + "." + variable.name());
    }

    /**
     * Changes that are made together or not at all.
     *
     * @param set new values
     * @param unset names of what is removed
     * @param scope the scope of what is removed
     */
    record ChangeSet(List<Value> set, List<String> unset, Optional<Scope> scope) {
        ChangeSet {
            set = set == null ? List.of() : List.copyOf(set);
            unset = unset == null ? List.of() : List.copyOf(unset);
        }
    }

    /**
     * A new value.
     *
     * @param phases when it is given; while the project runs if nothing is said
     */
    record Value(String name, String value, boolean secret, Optional<Scope> scope, Optional<Set<Phase>> phases) {
        @Override
        public String toString() {
            return name;
        }
    }
}
