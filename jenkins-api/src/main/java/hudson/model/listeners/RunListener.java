package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;

/** Hears of runs. */
@SuppressWarnings("rawtypes")
public abstract class RunListener<R extends Run> implements ExtensionPoint {
    protected RunListener(Class<R> targetType) {}

    protected RunListener() {}

    public void onCompleted(R r, TaskListener listener) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onFinalized(R r) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onStarted(R r, TaskListener listener) {
        throw new UnsupportedOperationException("compile-only");
    }

    public void onDeleted(R r) {
        throw new UnsupportedOperationException("compile-only");
    }
}
