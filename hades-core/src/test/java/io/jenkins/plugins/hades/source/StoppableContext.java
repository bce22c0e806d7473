package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** An operation that a test can cancel. */
final class StoppableContext implements OperationContext {
    private final String token = "operation-" + UUID.randomUUID();
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private boolean stopped;

    synchronized void stop() {
        stopped = true;
        actions.forEach(Runnable::run);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public void log(String line) {
        lines.add(line);
    }

    @Override
    public void step(String name) {
        lines.add(name);
    }

    @Override
    public void mask(String secret) {
        // What is logged is looked at by the test itself.
    }

    @Override
    public synchronized void checkpoint() {
        if (stopped) {
            throw new HadesException(ErrorKind.CANCELLED, "Running the operation", "it was cancelled", "");
        }
    }

    @Override
    public synchronized Registration onStop(Runnable action) {
        if (stopped) {
            action.run();
            return () -> {};
        }
        actions.add(action);
        return () -> actions.remove(action);
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }
}
