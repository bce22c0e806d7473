package io.jenkins.plugins.hades.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody did something, or tried to and was refused. Holds no value of a variable and no secret.
 *
 * @param id counts the records of the store, from 1; 0 until it is recorded
 * @param at when
 * @param actor who: a user's id
 * @param origin by what: {@code "cli"}, {@code "api"}
 * @param action what: {@code "operation.submit"}, {@code "variables.change"}
 * @param outcome what became of it
 * @param projectId the project it was done to, if it concerns one
 * @param project that project's name at the time; empty if there is none
 * @param environmentId the environment it was done to, if it concerns one
 * @param environment that environment's name; empty if there is none
 * @param detail what else a person wants to know, such as names of variables; empty if nothing
 */
public record AuditRecord(
        long id,
        Instant at,
        String actor,
        String origin,
        String action,
        AuditOutcome outcome,
        Optional<UUID> projectId,
        String project,
        Optional<UUID> environmentId,
        String environment,
        String detail) {}
