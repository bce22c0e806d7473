package hudson.model.queue;

import hudson.model.Queue;
import org.springframework.security.core.Authentication;

/** Common questions about tasks. */
public class Tasks {
    public Tasks() {}

    public static Authentication getAuthenticationOf2(Queue.Task t) {
        throw new UnsupportedOperationException("compile-only");
    }
}
