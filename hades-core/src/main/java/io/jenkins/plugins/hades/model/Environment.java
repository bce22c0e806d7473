package io.jenkins.plugins.hades.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One running copy of a project.
 *
 * @param id its identity
 * @param projectId the project that it is a copy of
 * @param name its name in the project: see {@link Names#environment}
 * @param status where it is in its life
 * @param reason how it fails, while the status is {@code FAILURE}
 * @param detail what a person should know about the status; empty if nothing
 * @param release the number of the release that it was last told to run with success; 0 before the first
 * @param since when the status was entered
 * @param url where it is reached; empty if it is not known
 */
public record Environment(
        UUID id,
        UUID projectId,
        String name,
        EnvironmentStatus status,
        Optional<FailureReason> reason,
        String detail,
        int release,
        Instant since,
        String url) {}
