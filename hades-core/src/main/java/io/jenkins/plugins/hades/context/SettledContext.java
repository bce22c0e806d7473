package io.jenkins.plugins.hades.context;

import java.time.Instant;
import java.util.Optional;

/**
 * The context of work that must be done although the operation was stopped: bringing back what served before. It has the operation's token
 * and log, and does not stop; except that settling, which does not stop with the operation either, keeps the end of its own time.
 */
public final class SettledContext extends DerivedContext {
    /** @param operation the operation's own context */
    public SettledContext(OperationContext operation) {
        super(operation);
    }

    @Override
    public void checkpoint() {
        if (settling()) {
            super.checkpoint();
        }
    }

    @Override
    public Registration onStop(Runnable action) {
        return settling() ? super.onStop(action) : () -> {};
    }

    @Override
    public Optional<Instant> deadline() {
        return settling() ? super.deadline() : Optional.empty();
    }
}
