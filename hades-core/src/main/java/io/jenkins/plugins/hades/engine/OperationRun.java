package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.oplog.OperationLogs;
import io.jenkins.plugins.hades.store.OperationStore;
import java.time.Instant;
import java.util.Optional;

/** The context of an operation that this process works on. */
final class OperationRun implements OperationContext {
    private final Operation operation;
    private final OperationStore operations;
    private final OperationLogs.Writer log;
    private final StopSignal signal;
    private final Instant deadline;

    OperationRun(
            Operation operation,
            OperationStore operations,
            OperationLogs.Writer log,
            StopSignal signal,
            Instant deadline) {
        this.operation = operation;
        this.operations = operations;
        this.log = log;
        this.signal = signal;
        this.deadline = deadline;
    }

    Operation operation() {
        return operation;
    }

    StopSignal signal() {
        return signal;
    }

    OperationLogs.Writer writer() {
        return log;
    }

    @Override
    public String token() {
        return operation.token();
    }

    @Override
    public void log(String line) {
        log.line(line);
    }

    @Override
    public void step(String name) {
        checkpoint();
        operations.beginStep(operation.id(), name);
        log.line("== " + name);
    }

    @Override
    public void mask(String secret) {
        log.mask(secret);
    }

    @Override
    public void checkpoint() {
        signal.check();
    }

    @Override
    public Registration onStop(Runnable action) {
        return signal.register(action);
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.of(deadline);
    }
}
