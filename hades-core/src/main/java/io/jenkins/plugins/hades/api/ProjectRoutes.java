package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Names;
import io.jenkins.plugins.hades.model.Project;
import java.util.List;

/** Projects, and the environments of a project. */
final class ProjectRoutes {
    private final Engine engine;
    private final ProjectRegistry projects;
    private final Subjects subjects;

    ProjectRoutes(Engine engine, ProjectRegistry projects, Subjects subjects) {
        this.engine = engine;
        this.projects = projects;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/projects", Permission.VIEW, subjects::none, this::list),
                Route.of("PUT", "/projects/{name}", Permission.ADMINISTER, subjects::none, this::register),
                Route.of("GET", "/projects/{project}", Permission.VIEW, subjects::ofProject, this::show),
                Route.of(
                        "GET",
                        "/projects/{project}/environments",
                        Permission.VIEW,
                        subjects::ofProject,
                        this::environments),
                Route.of(
                        "POST",
                        "/projects/{project}/environments",
                        Permission.DEPLOY,
                        subjects::ofProject,
                        this::define));
    }

    private ApiResponse list(Exchange exchange) {
        List<Project> visible = engine.store().projects().list().stream()
                .filter(project -> exchange.visible().test(project.id()))
                .filter(project -> exchange.request()
                        .parameter("filter[name]")
                        .map(project.name()::equals)
                        .orElse(true))
                .toList();
        return Documents.list("projects", visible, project -> project.id().toString());
    }

    private ApiResponse register(Exchange exchange) {
        Project project = projects.register(exchange.part("name"), exchange.body(ProjectRegistry.Registration.class));
        return Documents.one(200, "projects", project.id().toString(), project);
    }

    private ApiResponse show(Exchange exchange) {
        Project project = subjects.project(exchange);
        return Documents.one(200, "projects", project.id().toString(), project);
    }

    private ApiResponse environments(Exchange exchange) {
        List<Environment> all = engine
                .store()
                .environments()
                .list(subjects.project(exchange).id())
                .stream()
                .filter(environment -> exchange.request()
                        .parameter("filter[name]")
                        .map(environment.name()::equals)
                        .orElse(true))
                .toList();
        return Documents.list(
                "environments", all, environment -> environment.id().toString());
    }

    private ApiResponse define(Exchange exchange) {
        String name = Names.environment(exchange.body(Definition.class).name());
        Environment environment =
                engine.store().environments().define(subjects.project(exchange).id(), name);
        return Documents.one(200, "environments", environment.id().toString(), environment);
    }

    /**
     * What a new environment needs.
     *
     * @param name its name
     */
    record Definition(String name) {}
}
