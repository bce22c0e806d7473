package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;

/** The releases of an environment. */
final class ReleaseRoutes {
    private static final String ORDER = "-number";
    private static final Parameter INCLUDE = Parameter.include("environment", "operation");

    private static final Parameter FROM =
            new Parameter("from", "The number of the other release; the one that serves, if not given", "integer");

    private final Store store;
    private final Subjects subjects;

    ReleaseRoutes(Store store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/environments/{environment}/releases", "The releases of an environment, newest first")
                        .needs(Permission.VIEW, subjects::ofEnvironment)
                        .takes(INCLUDE, Parameter.PAGE_SIZE, Parameter.PAGE_AFTER)
                        .answers(200, "ReleaseList")
                        .by(this::list),
                Route.get("/environments/{environment}/releases/{release}", "A release")
                        .needs(Permission.VIEW, subjects::ofEnvironment)
                        .takes(INCLUDE)
                        .answers(200, "Release")
                        .by(this::show),
                Route.get(
                                "/environments/{environment}/releases/{release}/difference",
                                "What would change from another release to this one; of secrets, only whether they differ")
                        .needs(Permission.VIEW, subjects::ofEnvironment)
                        .takes(FROM)
                        .answers(200, "Difference")
                        .by(this::difference));
    }

    private ApiResponse list(Exchange exchange) {
        Environment environment = subjects.environment(exchange);
        int size = Slice.size(exchange);
        int before = (int) Math.min(Integer.MAX_VALUE, Cursor.number(exchange, ORDER, Integer.MAX_VALUE));
        Slice<Release> page = Slice.of(
                store.releases().list(environment.id(), before, size + 1),
                size,
                release -> Cursor.of(ORDER, Integer.toString(release.number())));
        Inclusion included = Inclusion.asked(exchange);
        List<ObjectNode> nodes = nodes(exchange, environment, page.items(), included);
        return Documents.list(exchange, new Slice<>(nodes, page.next()), included);
    }

    private ApiResponse show(Exchange exchange) {
        Inclusion included = Inclusion.asked(exchange);
        List<Release> one = List.of(subjects.release(exchange));
        return Documents.one(
                exchange,
                200,
                nodes(exchange, subjects.environment(exchange), one, included).get(0),
                included);
    }

    private ApiResponse difference(Exchange exchange) {
        Environment environment = subjects.environment(exchange);
        Release to = subjects.release(exchange);
        int number = (int) exchange.parameter(FROM.name(), environment.release(), 0, Integer.MAX_VALUE);
        Release from = store.releases()
                .find(environment.id(), number)
                .orElseThrow(() -> exchange.absent("release", Integer.toString(number)));
        Difference difference = Difference.between(
                from,
                store.variables().shown(environment.id(), from.variables()),
                to,
                store.variables().shown(environment.id(), to.variables()));
        String id = environment.id() + "." + from.number() + "." + to.number();
        return Documents.one(exchange, 200, Resources.plain("release-differences", id, difference));
    }

    private List<ObjectNode> nodes(
            Exchange exchange, Environment environment, List<Release> releases, Inclusion included) {
        Resources resources = Resources.of(exchange);
        if (included.wants("environment") && !releases.isEmpty()) {
            included.add(resources.environment(environment));
        }
        if (included.wants("operation")) {
            store.operations()
                    .find(releases.stream().map(Release::operation).toList())
                    .forEach(operation -> included.add(resources.operation(operation)));
        }
        return releases.stream().map(resources::release).toList();
    }
}
