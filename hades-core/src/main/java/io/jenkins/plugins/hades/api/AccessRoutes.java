package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.api.ProjectGrants.Change;
import io.jenkins.plugins.hades.api.ProjectGrants.Granted;
import io.jenkins.plugins.hades.api.ProjectGrants.Kind;
import io.jenkins.plugins.hades.api.ProjectGrants.Level;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Who may read which project, and who may write: given and taken. */
final class AccessRoutes {
    private final Store store;
    private final ProjectGrants grants;

    AccessRoutes(Store store, ProjectGrants grants) {
        this.store = store;
        this.grants = grants;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/access", "Who was given rights on the projects")
                        .guard(Guard.all(Permission.ADMINISTER))
                        .takes(NameFilter.PARAMETER, Parameter.sort("name"), Parameter.PAGE_SIZE, Parameter.PAGE_AFTER)
                        .answers(200, "AccessList")
                        .by(this::list),
                Route.unsafe("PATCH", "/access", "access.change", "Gives a right on a project, or takes it")
                        .guard(Guard.all(Permission.ADMINISTER))
                        .reads("AccessChange")
                        .answers(200, "Access")
                        .by(this::change));
    }

    private ApiResponse list(Exchange exchange) {
        Predicate<String> named = NameFilter.of(exchange);
        Sorting<Project> sorting =
                Sorting.asked(exchange, "name", Map.of("name", Project::name), project -> project.id()
                        .toString());
        Slice<Project> page =
                sorting.page(exchange, store.projects().list().stream().filter(project -> named.test(project.name())));
        List<ObjectNode> nodes = page.items().stream().map(this::node).toList();
        return Documents.list(exchange, new Slice<>(nodes, page.next()), Inclusion.none());
    }

    private ApiResponse change(Exchange exchange) {
        Wanted wanted = exchange.body(Wanted.class);
        Exchange.required(wanted.project(), "/project");
        Exchange.required(wanted.sid(), "/sid");
        Exchange.required(wanted.kind(), "/kind");
        Exchange.required(wanted.level(), "/level");
        Project project = store.projects()
                .find(wanted.project())
                .orElseThrow(() -> exchange.absent("project", wanted.project().toString()));
        exchange.deed().toProject(project.id());
        exchange.deed().detail(wanted.kind() + " " + wanted.sid() + ": " + wanted.level());
        grants.change(project, new Change(wanted.sid(), wanted.kind(), wanted.level()));
        return Documents.one(exchange, 200, node(project));
    }

    private ObjectNode node(Project project) {
        Granted granted = grants.of(project);
        return Resources.plain(
                "access",
                project.id().toString(),
                new Shown(project.name(), granted.manageable(), granted.hint(), granted.grants(), granted.others()));
    }

    /**
     * What is wanted.
     *
     * @param project the project's id
     */
    record Wanted(UUID project, String sid, Kind kind, Level level) {}

    private record Shown(
            String project, boolean manageable, String hint, List<ProjectGrants.Grant> grants, List<String> others) {}
}
