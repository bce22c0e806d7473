package io.jenkins.plugins.hades.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An immutable, numbered record of what an environment was told to run.
 *
 * @param environmentId the environment
 * @param number counts the environment's releases, from 1
 * @param revision the source
 * @param artifact what runs
 * @param variables the variables that it was given
 * @param target the kind of target: {@code docker}, {@code files}
 * @param settings the target's settings at that time (run, health), as the target wrote them
 * @param buildServer the name of the server where the artifact was made
 * @param deployServer the name of the server where it was run
 * @param operation the operation that made it
 * @param at when it was recorded
 */
public record Release(
        UUID environmentId,
        int number,
        Revision revision,
        Artifact artifact,
        List<ReleaseVariable> variables,
        String target,
        JsonNode settings,
        String buildServer,
        String deployServer,
        long operation,
        Instant at) {
    public Release {
        variables = List.copyOf(variables);
    }
}
