package io.jenkins.plugins.hades.context;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An operation of a test, which keeps what is logged and which the test may cancel at any time, or when it comes to a step. */
public final class TrialContext implements OperationContext {
    private final String token = "trial-" + UUID.randomUUID();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private final Consumer<String> onStep;
    private volatile boolean stopped;

    /** An operation that nothing happens to unless the test cancels it. */
    public TrialContext() {
        this.onStep = step -> {};
    }

    private TrialContext(String step, Consumer<TrialContext> action) {
        this.onStep = begun -> {
            if (begun.equals(step)) {
                action.accept(this);
            }
        };
    }

    /** An operation that is cancelled when this step begins. */
    public static TrialContext cancelledIn(String step) {
        return new TrialContext(step, TrialContext::stop);
    }

    /** An operation to which something happens when this step begins. */
    public static TrialContext disturbedIn(String step, Runnable disturbance) {
        return new TrialContext(step, context -> disturbance.run());
    }

    /** Cancels the operation. */
    public void stop() {
        stopped = true;
        actions.forEach(Runnable::run);
    }

    /** What was logged, steps included. */
    public List<String> lines() {
        return lines;
    }

    /** How many actions wait for the operation to be stopped. */
    public int registrations() {
        return actions.size();
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
        onStep.accept(name);
    }

    @Override
    public void mask(String secret) {
        // The lines are for the test only.
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
