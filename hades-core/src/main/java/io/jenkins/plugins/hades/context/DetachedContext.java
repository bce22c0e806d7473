package io.jenkins.plugins.hades.context;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The context of work that belongs to no recorded operation: a check of a server, a terminal, a test. Never stops by itself. */
public final class DetachedContext implements OperationContext {
    private final String token = "detached-" + UUID.randomUUID();
    private final Consumer<String> log;

    /** @param log receives each line, unmasked */
    public DetachedContext(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public void log(String line) {
        log.accept(line);
    }

    @Override
    public void step(String name) {
        log.accept(name);
    }

    @Override
    public void mask(String secret) {
        // Nothing of it is kept or shown to others.
    }

    @Override
    public void checkpoint() {
        // Goes on for as long as its caller wants.
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
