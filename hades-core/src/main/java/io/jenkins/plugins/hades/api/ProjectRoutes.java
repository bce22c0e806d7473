package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Projects. */
final class ProjectRoutes {
    private final Store store;
    private final ProjectRegistry projects;
    private final Subjects subjects;

    ProjectRoutes(Store store, ProjectRegistry projects, Subjects subjects) {
        this.store = store;
        this.projects = projects;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/projects", "The projects that the caller may see")
                        .takes(NameFilter.PARAMETER, Parameter.sort("name"), Parameter.PAGE_SIZE, Parameter.PAGE_AFTER)
                        .answers(200, "ProjectList")
                        .by(this::list),
                Route.unsafe("PUT", "/projects/{name}", "project.register", "Records a project, or changes it")
                        .guard(Guard.all(Permission.ADMINISTER))
                        .reads("Registration")
                        .answers(200, "Project")
                        .by(this::register),
                Route.get("/projects/{project}", "A project")
                        .needs(Permission.VIEW, subjects::ofProject)
                        .answers(200, "Project")
                        .by(this::show),
                Route.get("/projects/{project}/rights", "What the caller may do with a project")
                        .needs(Permission.VIEW, subjects::ofProject)
                        .answers(200, "Rights")
                        .by(this::rights),
                Route.get("/rights", "What the caller may do with all of Hades")
                        .answers(200, "Rights")
                        .by(ProjectRoutes::rightsOnAll));
    }

    private ApiResponse list(Exchange exchange) {
        Predicate<String> named = NameFilter.of(exchange);
        Sorting<Project> sorting =
                Sorting.asked(exchange, "name", Map.of("name", Project::name), project -> project.id()
                        .toString());
        Slice<Project> page = sorting.page(
                exchange,
                store.projects().list().stream()
                        .filter(project -> named.test(project.name()))
                        .filter(project -> exchange.rights().sees(project.id())));
        Resources resources = Resources.of(exchange);
        List<ObjectNode> nodes = page.items().stream().map(resources::project).toList();
        return Documents.list(exchange, new Slice<>(nodes, page.next()), Inclusion.none());
    }

    private ApiResponse register(Exchange exchange) {
        ProjectRegistry.Registration given = exchange.body(ProjectRegistry.Registration.class);
        exchange.deed().detail(exchange.part("name"));
        Project project = projects.register(exchange.part("name"), given);
        exchange.deed().toProject(project.id());
        return Documents.one(exchange, 200, Resources.of(exchange).project(project));
    }

    private ApiResponse show(Exchange exchange) {
        return Documents.one(exchange, 200, Resources.of(exchange).project(subjects.project(exchange)));
    }

    private ApiResponse rights(Exchange exchange) {
        Optional<UUID> project = subjects.ofProject(exchange);
        List<Permission> permissions = Permission.ON_PROJECTS.stream()
                .filter(permission -> exchange.rights().allows(permission, project))
                .toList();
        return Documents.one(
                exchange, 200, Resources.plain("rights", exchange.part("project"), new Allowed(permissions)));
    }

    private static ApiResponse rightsOnAll(Exchange exchange) {
        List<Permission> permissions = Permission.ON_ALL.stream()
                .filter(permission -> exchange.rights().allows(permission, Optional.empty()))
                .toList();
        return Documents.one(exchange, 200, Resources.plain("rights", "all", new Allowed(permissions)));
    }

    /**
     * What a caller may do.
     *
     * @param permissions in the order in which they are declared
     */
    record Allowed(List<Permission> permissions) {}
}
