package io.jenkins.plugins.hades.model;

import java.util.Set;

/**
 * One variable of an environment, as it may be shown.
 *
 * @param name its name: see {@link Names#variable}
 * @param scope what it is for
 * @param phases when it is given
 * @param secret whether its value is never shown
 * @param version counts its values, from 1
 * @param value its value; empty if it is secret
 */
public record Variable(String name, Scope scope, Set<Phase> phases, boolean secret, int version, String value) {
    public Variable {
        phases = Set.copyOf(phases);
    }
}
