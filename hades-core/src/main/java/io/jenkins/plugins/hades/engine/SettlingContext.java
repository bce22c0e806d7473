package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.oplog.OperationLogs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The context of putting right what an operation left behind when it failed, was cancelled or lost its process: cancelling the operation does
 * not stop it, and it has a token and a time of its own.
 */
final class SettlingContext implements OperationContext {
    /** How long it may take. */
    static final Duration TIME = Duration.ofMinutes(5);

    private final String token;
    private final OperationLogs.Writer log;
    private final Instant deadline = Instant.now().plus(TIME);

    SettlingContext(String operationToken, OperationLogs.Writer log) {
        this.token = operationToken + "-settle";
        this.log = log;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public void log(String line) {
        log.line(line);
    }

    @Override
    public void step(String name) {
        log.line("-- " + name);
    }

    @Override
    public void mask(String secret) {
        log.mask(secret);
    }

    @Override
    public void checkpoint() {
        if (Instant.now().isAfter(deadline)) {
            throw new HadesException(
                    ErrorKind.TIMED_OUT,
                    "Putting the environment right",
                    "it took more than " + TIME.toMinutes() + " minutes",
                    "");
        }
    }

    @Override
    public Registration onStop(Runnable action) {
        return () -> {};
    }

    @Override
    public boolean settling() {
        return true;
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.of(deadline);
    }
}
