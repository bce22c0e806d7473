package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationStatus;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which operations are looked for, and in which order.
 *
 * @param environment only those of this environment
 * @param projects only those of these projects
 * @param statuses only those of these statuses; empty for all
 * @param kinds only those of these kinds; empty for all
 * @param actor only those that this one asked for
 * @param ascending whether the oldest come first
 * @param beyond only those after this id in that order; 0 for all
 * @param limit how many at most
 */
public record OperationQuery(
        Optional<UUID> environment,
        Optional<Set<UUID>> projects,
        Set<OperationStatus> statuses,
        Set<OperationKind> kinds,
        Optional<String> actor,
        boolean ascending,
        long beyond,
        int limit) {
    public OperationQuery {
        projects = projects.map(Set::copyOf);
        statuses = Set.copyOf(statuses);
        kinds = Set.copyOf(kinds);
    }

    /** The newest of one environment, or of all, before this id if it is greater than 0. */
    static OperationQuery newest(Optional<UUID> environment, long before, int limit) {
        return new OperationQuery(
                environment, Optional.empty(), Set.of(), Set.of(), Optional.empty(), false, before, limit);
    }
}
