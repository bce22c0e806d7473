package io.jenkins.plugins.hades.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of an operation.
 *
 * @param operation the operation
 * @param position counts its steps, from 1
 * @param name what a person reads
 * @param startedAt when it began
 * @param endedAt when it ended; empty while it goes on
 * @param failed whether the operation ended in it without success
 */
public record OperationStep(
        long operation, int position, String name, Instant startedAt, Optional<Instant> endedAt, boolean failed) {}
