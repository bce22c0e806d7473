package io.jenkins.plugins.hades.docker;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An operation that the test stops. */
public final class StoppableContext implements OperationContext {
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    /** Cancels the operation. */
    public void stop() {
        stopped = true;
        actions.forEach(Runnable::run);
    }

    /** What was logged. */
    public List<String> lines() {
        return lines;
    }

    /** How many registrations there are now. */
    public int registrations() {
        return actions.size();
    }

    @Override
    public String token() {
        return "stoppable";
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
        // Only tests read the lines.
    }

    @Override
    public void checkpoint() {
        if (stopped) {
            throw new HadesException(ErrorKind.CANCELLED, "The test's operation", "it was cancelled", "");
        }
    }

    @Override
    public Registration onStop(Runnable action) {
        actions.add(action);
        if (stopped) {
            action.run();
        }
        return () -> actions.remove(action);
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }
}
