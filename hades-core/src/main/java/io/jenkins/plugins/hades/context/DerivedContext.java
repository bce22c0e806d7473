package io.jenkins.plugins.hades.context;

import java.time.Instant;
import java.util.Optional;

/** A context that is another one but for what its subclass says. As thread-safe as the other one. */
public abstract class DerivedContext implements OperationContext {
    private final OperationContext origin;

    /** @param origin answers what the subclass does not */
    protected DerivedContext(OperationContext origin) {
        this.origin = origin;
    }

    @Override
    public String token() {
        return origin.token();
    }

    @Override
    public void log(String line) {
        origin.log(line);
    }

    @Override
    public void step(String name) {
        origin.step(name);
    }

    @Override
    public void mask(String secret) {
        origin.mask(secret);
    }

    @Override
    public void checkpoint() {
        origin.checkpoint();
    }

    @Override
    public Registration onStop(Runnable action) {
        return origin.onStop(action);
    }

    @Override
    public boolean settling() {
        return origin.settling();
    }

    @Override
    public Optional<Instant> deadline() {
        return origin.deadline();
    }
}
