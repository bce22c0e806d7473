package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The context of an operation that a test cancels. */
final class StoppableContext implements OperationContext {
    private final String token = "op-" + UUID.randomUUID();
    private final List<Runnable> actions = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private boolean stopped;

    synchronized void stop() {
        stopped = true;
        actions.forEach(action -> new Thread(action).start());
        actions.clear();
    }

    synchronized List<String> logged() {
        return List.copyOf(log);
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public synchronized void log(String line) {
        log.add(line);
    }

    @Override
    public void step(String name) {
        log(name);
    }

    @Override
    public void mask(String secret) {
        // The test looks at what is logged itself.
    }

    @Override
    public synchronized void checkpoint() {
        if (stopped) {
            throw new HadesException(ErrorKind.CANCELLED, "The test's operation", "it was cancelled", "");
        }
    }

    @Override
    public synchronized Registration onStop(Runnable action) {
        if (stopped) {
            action.run();
        } else {
            actions.add(action);
        }
        return () -> {
            synchronized (this) {
                actions.remove(action);
            }
        };
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }
}
