package io.jenkins.plugins.hades.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which records of the audit are looked for.
 *
 * @param project only those of this project
 * @param environment only those of this environment
 * @param actor only those of this actor
 * @param action only those of this action
 * @param from only those from this time on
 * @param until only those before this time
 * @param before only those before this id; 0 for all
 * @param limit how many at most
 */
public record AuditQuery(
        Optional<UUID> project,
        Optional<UUID> environment,
        Optional<String> actor,
        Optional<String> action,
        Optional<Instant> from,
        Optional<Instant> until,
        long before,
        int limit) {}
