package io.jenkins.plugins.hades.steps;

import io.jenkins.plugins.hades.model.Operation;
import java.io.IOException;

/** Someone who wants to see an operation's log and its end. */
interface FollowedOperation {
    /** The operation. */
    long operation();

    /** Up to which byte its log was seen. */
    long seen();

    /** Whether nobody wants to see any more. */
    boolean gone();

    /**
     * Takes more of the log.
     *
     * @param text whole lines; empty at times
     * @param seen up to which byte the log is seen now
     */
    void lines(String text, long seen) throws IOException, InterruptedException;

    /** Is told how far the operation is, each time it is looked at. */
    void looked(Operation operation);

    /** Is told that the operation has ended; all of its log was taken. */
    void ended(Operation operation);

    /** Is told, once, that nothing can be seen for now. */
    void waiting(String reason) throws IOException, InterruptedException;

    /** Is told that nothing can be seen any more. */
    void failed(Exception cause);
}
