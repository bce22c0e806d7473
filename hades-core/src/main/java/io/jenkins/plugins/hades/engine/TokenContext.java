package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext;
import java.time.Instant;
import java.util.Optional;

/** Another context under an operation's token, for tidying up after it. */
record TokenContext(String token, OperationContext inner) implements OperationContext {
    @Override
    public void log(String line) {
        inner.log(line);
    }

    @Override
    public void step(String name) {
        inner.step(name);
    }

    @Override
    public void mask(String secret) {
        inner.mask(secret);
    }

    @Override
    public void checkpoint() {
        inner.checkpoint();
    }

    @Override
    public Registration onStop(Runnable action) {
        return inner.onStop(action);
    }

    @Override
    public Optional<Instant> deadline() {
        return inner.deadline();
    }
}
