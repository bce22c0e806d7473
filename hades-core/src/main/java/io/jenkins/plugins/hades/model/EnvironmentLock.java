package io.jenkins.plugins.hades.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A lock of an environment: nobody but its holder may change the environment until it is given back or ends.
 *
 * @param environmentId what is locked
 * @param holder who holds it
 * @param reason why
 * @param since when it was taken
 * @param until when it ends by itself
 */
public record EnvironmentLock(UUID environmentId, String holder, String reason, Instant since, Instant until) {}
