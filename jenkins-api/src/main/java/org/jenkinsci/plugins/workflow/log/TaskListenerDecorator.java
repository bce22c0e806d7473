package org.jenkinsci.plugins.workflow.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;

/** Changes the log of what runs below it. */
public abstract class TaskListenerDecorator implements Serializable {
    public abstract OutputStream decorate(OutputStream logger) throws IOException, InterruptedException;

    public static TaskListenerDecorator merge(TaskListenerDecorator original, TaskListenerDecorator subsequent) {
        throw new UnsupportedOperationException("compile-only");
    }
}
