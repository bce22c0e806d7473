package hudson.util;

import hudson.model.TaskListener;
import java.io.Closeable;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A listener that writes to a logger. */
public class LogTaskListener implements TaskListener, Closeable {
    public LogTaskListener(Logger logger, Level level) {}

    @Override
    public PrintStream getLogger() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("compile-only");
    }
}
