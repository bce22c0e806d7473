package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.ReleaseVariable;
import io.jenkins.plugins.hades.model.Variable;
import io.jenkins.plugins.hades.model.VariableChange;
import io.jenkins.plugins.hades.model.VariableVersion;
import java.util.List;
import java.util.UUID;

/** The variables of the environments. No value is ever overwritten: each change adds a version, so that a release finds its own. */
public interface VariableStore {
    /** Applies all changes or none. Removing what is not there changes nothing. */
    void change(UUID environmentId, List<? extends VariableChange> changes, String actor);

    /** All changes of an environment's variables, newest first; secret values left out. */
    List<VariableVersion> history(UUID environmentId);

    /** What a release used, as it may be shown; what the store lacks is left out. */
    List<Variable> shown(UUID environmentId, List<ReleaseVariable> variables);

    /** The variables of now, by scope and name; secret values left out. */
    List<Variable> list(UUID environmentId);

    /** The variables of now with their values opened, for work on a server; must not be shown. */
    List<VariableValue> values(UUID environmentId);

    /**
     * The values that a release used.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code INTERNAL} when one is missing or cannot be opened
     */
    List<VariableValue> values(UUID environmentId, List<ReleaseVariable> variables);

    /**
     * A key of this store's own by which values of secrets can be told apart without betraying them: 32 random bytes, made at the first call and sealed. It stays the
     * same as long as the sealing key does.
     */
    byte[] fingerprintKey();
}
