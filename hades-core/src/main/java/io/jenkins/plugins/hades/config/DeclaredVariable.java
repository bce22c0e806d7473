package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.model.Phase;
import java.util.Optional;
import java.util.Set;

/**
 * A variable that a project says it knows.
 *
 * @param name its name
 * @param phases when it is given, where the environment does not say otherwise
 * @param required whether an environment cannot be deployed without a value of it
 * @param secret whether its value must be a secret
 * @param value the value where the environment sets none
 * @param description what it is for, for people; empty if nothing is said
 */
public record DeclaredVariable(
        String name, Set<Phase> phases, boolean required, boolean secret, Optional<String> value, String description) {
    public DeclaredVariable {
        phases = Set.copyOf(phases);
    }

    /** The same variable as a secret, without a value. */
    public DeclaredVariable asSecret() {
        return new DeclaredVariable(name, phases, required, true, Optional.empty(), description);
    }
}
