package hudson.triggers;

import java.util.TimerTask;

/** A timer task whose failures do not end the timer. */
public abstract class SafeTimerTask extends TimerTask {
    @Override
    public final void run() {
        throw new UnsupportedOperationException("compile-only");
    }

    protected abstract void doRun() throws Exception;
}
