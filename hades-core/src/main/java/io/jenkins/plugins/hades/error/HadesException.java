package io.jenkins.plugins.hades.error;

import java.util.Optional;

/**
 * A failure that is told to people: what was being done and to what, why it failed, and what to do next. Its message is made
 * of these three and never holds a secret.
 */
public class HadesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String doing;
    private final String reason;
    private final String remedy;

    /**
     * @param kind the class of failure
     * @param doing what was being done, to what, as a gerund: {@code "Connecting to server build (10.0.0.5:22)"}
     * @param reason why it failed, as a phrase without a full stop; it may go on in further lines, such as the last lines of an output
     * @param remedy what to do next, as a sentence without a full stop; empty if there is nothing to say
     */
    public HadesException(ErrorKind kind, String doing, String reason, String remedy) {
        this(kind, doing, reason, remedy, null);
    }

    /**
     * @param kind the class of failure
     * @param doing what was being done, to what
     * @param reason why it failed
     * @param remedy what to do next, or empty
     * @param cause what was thrown underneath, or {@code null}
     */
    public HadesException(ErrorKind kind, String doing, String reason, String remedy, Throwable cause) {
        super(message(doing, reason, remedy), cause);
        this.kind = kind;
        this.doing = doing;
        this.reason = reason;
        this.remedy = remedy;
    }

    /** A reason of several lines ends in its last line, and what to do stands on a line of its own. */
    private static String message(String doing, String reason, String remedy) {
        boolean lines = reason.indexOf('\n') >= 0;
        String told = doing + " failed: " + (lines ? reason.stripTrailing() : reason + ".");
        return remedy.isEmpty() ? told : told + (lines ? "\n" : " ") + remedy + ".";
    }

    /** The class of failure. */
    public final ErrorKind kind() {
        return kind;
    }

    /** What was being done, to what. */
    public final String doing() {
        return doing;
    }

    /** Why it failed. */
    public final String reason() {
        return reason;
    }

    /** What to do next, if there is something to say. */
    public final Optional<String> remedy() {
        return remedy.isEmpty() ? Optional.empty() : Optional.of(remedy);
    }
}
