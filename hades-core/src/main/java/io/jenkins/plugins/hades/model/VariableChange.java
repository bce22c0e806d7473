package io.jenkins.plugins.hades.model;

import java.util.Set;

/** A change of one variable of an environment. */
public sealed interface VariableChange {
    /** The variable that changes. */
    String name();

    /** What it is for. */
    Scope scope();

    /**
     * Gives it a new value.
     *
     * @param phases when it is given; not empty
     * @param secret whether the value is sealed and never shown
     */
    record Assign(String name, Scope scope, Set<Phase> phases, boolean secret, String value) implements VariableChange {
        public Assign {
            Names.variable(name);
            phases = Set.copyOf(phases);
        }

        @Override
        public String toString() {
            return "Assign " + name;
        }
    }

    /** Removes it. */
    record Unset(String name, Scope scope) implements VariableChange {}
}
