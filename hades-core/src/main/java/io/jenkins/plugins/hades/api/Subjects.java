package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.store.Store;
import java.util.Optional;
import java.util.UUID;

/** Finds what a path names, and the project that it belongs to. */
final class Subjects {
    private final Store store;

    Subjects(Store store) {
        this.store = store;
    }

    Project project(Exchange exchange) {
        return store.projects().find(exchange.id("project")).orElseThrow(() -> exchange.absent("project"));
    }

    Optional<UUID> ofProject(Exchange exchange) {
        return Optional.of(project(exchange).id());
    }

    Environment environment(Exchange exchange) {
        return store.environments().find(exchange.id("environment")).orElseThrow(() -> exchange.absent("environment"));
    }

    Optional<UUID> ofEnvironment(Exchange exchange) {
        return Optional.of(environment(exchange).projectId());
    }

    Release release(Exchange exchange) {
        long number = exchange.number("release");
        return Optional.of(number)
                .filter(wanted -> wanted > 0 && wanted < Integer.MAX_VALUE)
                .flatMap(wanted -> store.releases().find(exchange.id("environment"), wanted.intValue()))
                .orElseThrow(() -> exchange.absent("release"));
    }

    Operation operation(Exchange exchange) {
        return store.operations().find(exchange.number("operation")).orElseThrow(() -> exchange.absent("operation"));
    }

    Optional<UUID> ofOperation(Exchange exchange) {
        return Optional.of(projectOf(operation(exchange)));
    }

    UUID projectOf(Operation operation) {
        return store.environments()
                .find(operation.environmentId())
                .orElseThrow()
                .projectId();
    }
}
