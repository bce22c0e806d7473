package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.model.AuditRecord;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.store.AuditQuery;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who did what to what. */
final class AuditRoutes {
    private static final String ORDER = "-id";
    private static final Parameter PROJECT =
            Parameter.filter("project", "The project's id or name; who may view that project needs no more");
    private static final Parameter ENVIRONMENT = Parameter.filter("environment", "The environment's id");
    private static final Parameter ACTOR = Parameter.filter("actor", "Who did it");
    private static final Parameter ACTION = Parameter.filter("action", "What was done: variables.change");
    private static final Parameter FROM = Parameter.filter("from", "From this time on: 2026-03-01T10:00:00Z");
    private static final Parameter UNTIL = Parameter.filter("until", "Before this time: 2026-03-01T10:00:00Z");

    private final Store store;
    private final Subjects subjects;

    AuditRoutes(Store store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/audit", "Who did what to what, newest first; with Accept: text/csv, a table")
                        .guard(Guard.either(Permission.VIEW, this::project, Permission.ADMINISTER))
                        .takes(PROJECT, ENVIRONMENT, ACTOR, ACTION, FROM, UNTIL)
                        .takes(Parameter.PAGE_SIZE, Parameter.PAGE_AFTER)
                        .answers(200, "AuditList")
                        .writes("text/csv")
                        .by(exchange -> list(exchange, project(exchange))),
                Route.get("/projects/{project}/audit", "The same of one project")
                        .needs(Permission.VIEW, subjects::ofProject)
                        .takes(ENVIRONMENT, ACTOR, ACTION, FROM, UNTIL, Parameter.PAGE_SIZE, Parameter.PAGE_AFTER)
                        .answers(200, "AuditList")
                        .writes("text/csv")
                        .by(exchange -> list(exchange, subjects.ofProject(exchange))));
    }

    /** The project of the filter, if there is one; a name that none bears is refused as one that may not be seen is. */
    private Optional<UUID> project(Exchange exchange) {
        return exchange.parameter(PROJECT.name()).map(text -> store.projects().list().stream()
                .filter(project -> Visible.named(project, text))
                .filter(project -> exchange.rights().sees(project.id()))
                .map(Project::id)
                .findFirst()
                .orElseThrow(() -> exchange.absent("project", text)));
    }

    private ApiResponse list(Exchange exchange, Optional<UUID> project) {
        boolean table = AuditTable.wanted(exchange.request());
        int size = table && exchange.parameter(Parameter.PAGE_SIZE.name()).isEmpty()
                ? AuditTable.LARGEST
                : Slice.size(exchange);
        List<AuditRecord> found = store.audit()
                .list(new AuditQuery(
                        project,
                        environment(exchange),
                        exchange.parameter(ACTOR.name()),
                        exchange.parameter(ACTION.name()),
                        exchange.time(FROM.name()),
                        exchange.time(UNTIL.name()),
                        Cursor.number(exchange, ORDER, 0),
                        size + 1));
        Slice<AuditRecord> page = Slice.of(found, size, last -> Cursor.of(ORDER, Long.toString(last.id())));
        if (table) {
            return AuditTable.of(exchange.request(), page);
        }
        List<ObjectNode> nodes = page.items().stream()
                .map(entry -> Resources.plain("audit-records", Long.toString(entry.id()), entry))
                .toList();
        return Documents.list(exchange, new Slice<>(nodes, page.next()), Inclusion.none());
    }

    private static Optional<UUID> environment(Exchange exchange) {
        return exchange.parameter(ENVIRONMENT.name()).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw RequestProblem.parameter(ENVIRONMENT.name(), "it is no id of an environment", "");
            }
        });
    }
}
