package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext.Registration;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Given once: tells everything that an operation started to stop. Thread-safe. */
final class StopSignal {
    private final Executor executor;
    private final List<Runnable> actions = new ArrayList<>();
    private Optional<StopReason> reason = Optional.empty();
    private String detail = "";

    /** @param executor runs the actions when the signal is given */
    StopSignal(Executor executor) {
        this.executor = executor;
    }

    /** Gives the signal; a second one changes nothing. */
    void give(StopReason why, String explanation) {
        List<Runnable> due;
        synchronized (this) {
            if (reason.isPresent()) {
                return;
            }
            reason = Optional.of(why);
            detail = explanation;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(executor::execute);
    }

    /** Why it was given, if it was. */
    synchronized Optional<StopReason> reason() {
        return reason;
    }

    /** Registers an action; run at once if the signal was given already. */
    Registration register(Runnable action) {
        synchronized (this) {
            if (reason.isEmpty()) {
                actions.add(action);
                return () -> {
                    synchronized (this) {
                        actions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }

    /** Throws if the signal was given. */
    synchronized void check() {
        if (reason.isEmpty()) {
            return;
        }
        ErrorKind kind = reason.get() == StopReason.TIMED_OUT ? ErrorKind.TIMED_OUT : ErrorKind.CANCELLED;
        throw new HadesException(kind, "The operation", detail, "");
    }
}
