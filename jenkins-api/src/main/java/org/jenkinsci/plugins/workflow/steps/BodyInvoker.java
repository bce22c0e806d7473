package org.jenkinsci.plugins.workflow.steps;

/** Starts a step's body. */
public abstract class BodyInvoker {
    public BodyInvoker withContexts(Object... overrides) {
        throw new UnsupportedOperationException("compile-only");
    }

    public abstract BodyInvoker withCallback(BodyExecutionCallback callback);

    public abstract BodyExecution start();
}
