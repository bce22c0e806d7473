package io.jenkins.plugins.hades.model;

import java.time.Instant;
import java.util.Set;

/**
 * One change of a variable, as it may be shown.
 *
 * @param name its name
 * @param scope what it is for
 * @param version counts its changes, from 1
 * @param removed whether the variable was removed by this change
 * @param phases when it is given; empty where it was removed
 * @param secret whether its value is never shown
 * @param value its value; empty if it is secret or was removed
 * @param actor who changed it
 * @param at when
 */
public record VariableVersion(
        String name,
        Scope scope,
        int version,
        boolean removed,
        Set<Phase> phases,
        boolean secret,
        String value,
        String actor,
        Instant at) {
    public VariableVersion {
        phases = Set.copyOf(phases);
    }
}
