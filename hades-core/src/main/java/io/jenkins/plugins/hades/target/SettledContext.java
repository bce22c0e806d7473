package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.context.DerivedContext;
import io.jenkins.plugins.hades.context.OperationContext;
import java.time.Instant;
import java.util.Optional;

/**
 * The context of work that must be done although the operation was stopped: bringing back what served before. It has the operation's token
 * and log, and does not stop.
 */
public final class SettledContext extends DerivedContext {
    /** @param operation the operation's own context */
    public SettledContext(OperationContext operation) {
        super(operation);
    }

    @Override
    public void checkpoint() {
        // What served before is brought back whatever became of the operation.
    }

    @Override
    public Registration onStop(Runnable action) {
        return () -> {};
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }
}
