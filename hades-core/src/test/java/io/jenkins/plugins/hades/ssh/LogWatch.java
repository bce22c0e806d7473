package io.jenkins.plugins.hades.ssh;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a Jenkins with its usual settings would show of the SSH client's log: from INFO upwards. */
final class LogWatch extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    LogWatch() {
        logger.addHandler(this);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(record.getLevel() + " " + record.getLoggerName() + " " + new SimpleFormatter().formatMessage(record));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
