package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.ReleaseVariable;
import io.jenkins.plugins.hades.model.Scope;
import java.util.Set;

/**
 * A variable with its value, opened. For work on a server only.
 *
 * @param name its name
 * @param scope what it is for
 * @param phases when it is given
 * @param secret whether the value must never be shown
 * @param version which of its values
 * @param value the value
 */
public record VariableValue(String name, Scope scope, Set<Phase> phases, boolean secret, int version, String value) {
    public VariableValue {
        phases = Set.copyOf(phases);
    }

    /** What a release records of it. */
    public ReleaseVariable recorded() {
        return new ReleaseVariable(name, scope, version);
    }

    @Override
    public String toString() {
        return name + " (version " + version + ")";
    }
}
