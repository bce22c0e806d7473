package hudson.model;

import java.io.IOException;

/** Periodic work that runs in a thread of its own. */
public abstract class AsyncPeriodicWork extends PeriodicWork {
    protected AsyncPeriodicWork(String name) {}

    @Override
    public final void doRun() {
        throw new UnsupportedOperationException("compile-only");
    }

    protected abstract void execute(TaskListener listener) throws IOException, InterruptedException;
}
