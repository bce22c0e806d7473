package org.jenkinsci.plugins.workflow.steps;

/** A step stands where something that it needs is missing. */
public class MissingContextVariableException extends Exception {
    public MissingContextVariableException(Class<?> type, StepDescriptor d) {}

    public Class<?> getType() {
        throw new UnsupportedOperationException("compile-only");
    }
}
