package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.model.AuditOutcome;
import io.jenkins.plugins.hades.model.AuditRecord;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.store.Store;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes down who did what, and who was refused. */
final class Trail {
    private static final int LONGEST = 500;

    private final Store store;

    Trail(Store store) {
        this.store = store;
    }

    /** Adds a request to the audit. Where it was refused, the record tells what was asked for; its body is not looked at. */
    void add(Route route, Exchange exchange, AuditOutcome outcome) {
        ApiRequest request = exchange.request();
        Deed deed = exchange.deed();
        Optional<Environment> environment = deed.environment()
                .or(() -> named(exchange))
                .flatMap(id -> store.environments().find(id));
        Optional<UUID> project = deed.project()
                .or(() -> environment.map(Environment::projectId))
                .or(() -> route.guard().subject().project(exchange));
        String detail = outcome == AuditOutcome.REFUSED ? request.method() + " " + request.path() : deed.detail();
        store.audit()
                .add(new AuditRecord(
                        0,
                        Instant.EPOCH,
                        request.caller().id(),
                        request.caller().origin(),
                        route.action().orElseThrow(),
                        outcome,
                        project,
                        project.flatMap(store.projects()::find)
                                .map(Project::name)
                                .orElse(""),
                        environment.map(Environment::id),
                        environment.map(Environment::name).orElse(""),
                        detail.substring(0, Math.min(LONGEST, detail.length()))));
    }

    /** The environment that the path names. */
    private static Optional<UUID> named(Exchange exchange) {
        return exchange.parts().containsKey("environment") ? Optional.of(exchange.id("environment")) : Optional.empty();
    }
}
