package io.jenkins.plugins.hades.api;

import java.util.Optional;
import java.util.UUID;

/** Carries out requests that change something. */
final class Deeds {
    /** Carries out a request that its caller may make. */
    ApiResponse done(Route route, Exchange exchange) throws InterruptedException {
        return route.handler().handle(exchange);
    }

    /** A request was refused, as its caller lacks the right. */
    void refused(Route route, Exchange exchange, Optional<UUID> project) {}
}
