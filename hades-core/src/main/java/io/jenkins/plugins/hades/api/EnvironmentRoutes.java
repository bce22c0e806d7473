package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Names;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Environments: of all projects, of one, and one. */
final class EnvironmentRoutes {
    private static final Parameter STATUS = Parameter.filter("status", "Some statuses", EnvironmentStatus.class);
    private static final Parameter INCLUDE = Parameter.include("project", "release", "operation");
    private static final Parameter SORT = Parameter.sort("name", "since");

    private final Store store;
    private final Subjects subjects;

    EnvironmentRoutes(Store store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/environments", "The environments of all projects that the caller may see")
                        .takes(Visible.FILTER, STATUS, NameFilter.PARAMETER, SORT, INCLUDE)
                        .takes(Parameter.PAGE_SIZE, Parameter.PAGE_AFTER)
                        .answers(200, "EnvironmentList")
                        .by(this::all),
                Route.get("/environments/{environment}", "An environment")
                        .needs(Permission.VIEW, subjects::ofEnvironment)
                        .takes(INCLUDE)
                        .answers(200, "Environment")
                        .by(this::show),
                Route.get("/projects/{project}/environments", "The environments of a project")
                        .needs(Permission.VIEW, subjects::ofProject)
                        .takes(STATUS, NameFilter.PARAMETER, SORT, INCLUDE, Parameter.PAGE_SIZE, Parameter.PAGE_AFTER)
                        .answers(200, "EnvironmentList")
                        .by(this::ofProject),
                Route.unsafe(
                                "POST",
                                "/projects/{project}/environments",
                                "environment.define",
                                "Defines an environment, if there is none of its name; nothing is deployed")
                        .needs(Permission.DEPLOY, subjects::ofProject)
                        .reads("Definition")
                        .answers(200, "Environment")
                        .atomic()
                        .by(this::define));
    }

    private ApiResponse all(Exchange exchange) {
        Map<UUID, ?> projects = Visible.of(exchange, store).projects();
        return page(
                exchange,
                store.environments().list().stream()
                        .filter(environment -> projects.containsKey(environment.projectId())));
    }

    private ApiResponse ofProject(Exchange exchange) {
        return page(
                exchange, store.environments().list(subjects.project(exchange).id()).stream());
    }

    private ApiResponse page(Exchange exchange, Stream<Environment> environments) {
        Predicate<String> named = NameFilter.of(exchange);
        Set<EnvironmentStatus> statuses = exchange.choices(STATUS.name(), EnvironmentStatus.class);
        Sorting<Environment> sorting = Sorting.asked(
                exchange,
                "name",
                Map.of("name", Environment::name, "since", environment -> Sorting.key(environment.since())),
                environment -> environment.id().toString());
        Slice<Environment> page = sorting.page(
                exchange,
                environments
                        .filter(environment -> named.test(environment.name()))
                        .filter(environment -> statuses.isEmpty() || statuses.contains(environment.status())));
        Inclusion included = Inclusion.asked(exchange);
        EnvironmentView view = new EnvironmentView(store, Resources.of(exchange), included);
        return Documents.list(exchange, new Slice<>(view.of(page.items()), page.next()), included);
    }

    private ApiResponse show(Exchange exchange) {
        Inclusion included = Inclusion.asked(exchange);
        EnvironmentView view = new EnvironmentView(store, Resources.of(exchange), included);
        List<Environment> one = List.of(subjects.environment(exchange));
        return Documents.one(exchange, 200, view.of(one).get(0), included);
    }

    private ApiResponse define(Exchange exchange) {
        String given = Exchange.required(exchange.body(Definition.class).name(), "/name");
        String name = Exchange.at("/name", () -> Names.environment(given));
        Environment environment =
                store.environments().define(subjects.project(exchange).id(), name);
        exchange.deed().to(environment.id());
        exchange.deed().detail(name);
        return Documents.one(exchange, 200, Resources.of(exchange).environment(environment));
    }

    /**
     * What a new environment needs.
     *
     * @param name its name
     */
    record Definition(String name) {}
}
