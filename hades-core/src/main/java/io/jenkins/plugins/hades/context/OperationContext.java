package io.jenkins.plugins.hades.context;

import io.jenkins.plugins.hades.error.HadesException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the work of one operation carries with it: the token that marks everything it starts on servers, its log, and whether
 * it may go on. Thread-safe. Not kept over a restart: an operation that is recovered gets a new one with the old token.
 */
public interface OperationContext {
    /**
     * The token that marks each process, folder and container that this operation starts on a server, so that they can be found
     * and ended later: letters, digits and dashes only.
     */
    String token();

    /** Writes one line to the operation's log, secrets masked. Does not fail: a log that cannot be written is reported once elsewhere. */
    void log(String line);

    /**
     * Begins a step of this name: it ends when the next begins or the operation ends. Its time and outcome are recorded.
     *
     * @param name what a person reads: {@code "Build image"}
     */
    void step(String name);

    /** Makes a value unreadable in everything that is logged from now on, also in its base64 and URL-encoded forms. */
    void mask(String secret);

    /**
     * Returns normally while the operation may go on. Called between actions, and by everything that waits.
     *
     * @throws HadesException of kind {@code CANCELLED} after a cancel, {@code TIMED_OUT} after the deadline
     */
    void checkpoint();

    /**
     * Registers what must be done when the operation is cancelled or runs out of time; run at once, on the caller's thread, when
     * that has already happened. The action runs on another thread and must not block for long.
     *
     * @return closes to take the registration back
     */
    Registration onStop(Runnable action);

    /** Whether this is the work of putting right what an operation left: it does not stop with the operation, but when its own time is over. */
    default boolean settling() {
        return false;
    }

    /** When the operation runs out of time. */
    Optional<Instant> deadline();

    /** A registration that can be taken back. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
