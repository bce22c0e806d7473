package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.secret.Sealer;
import org.jdbi.v3.core.Handle;

/**
 * Sees, before a secret is sealed, that the key is the one by which the secrets in the store were sealed. Otherwise a lost key would be replaced
 * without a word, and be missed only when an older secret is needed. Thread-safe.
 */
final class KeyCheck {
    private final Sealer sealer;
    private volatile boolean passed;

    KeyCheck(Sealer sealer) {
        this.sealer = sealer;
    }

    /** @throws HadesException of kind {@code INTERNAL} when a secret that is in use does not open */
    void require(Handle handle) {
        if (!passed) {
            VariableRows.anySealed(handle).ifPresent(this::open);
            passed = true;
        }
    }

    private void open(VariableRow row) {
        try {
            row.opened(sealer);
        } catch (HadesException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    "Sealing a secret",
                    "the key does not open a secret that is in the store already, variable " + row.name()
                            + " of environment " + row.environmentId() + ": " + e.reason(),
                    "Bring the key back, or remove the secrets that were sealed with it before you set any",
                    e);
        }
    }
}
