package io.jenkins.plugins.hades.cli;

import io.jenkins.plugins.hades.error.ErrorKind;

/** The exit codes of the command; they do not change from version to version. */
public enum ExitCode {
    /** It was done. */
    OK(0),
    /** What ran on a server failed: a build, a container, a check. */
    FAILED(1),
    /** The command line cannot be understood. */
    USAGE(2),
    /** A file or a value cannot be what it is. */
    BAD_INPUT(3),
    /** What was named does not exist. */
    NOT_FOUND(4),
    /** The state does not allow it now. */
    CONFLICT(5),
    /** A server cannot be reached, or is not trusted, or does not trust us. */
    UNREACHABLE(6),
    /** It took too long. */
    TIMED_OUT(7),
    /** It was cancelled. */
    CANCELLED(8),
    /** A newer deployment took its place. */
    SUPERSEDED(9),
    /** A defect of Hades. */
    INTERNAL(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** The code for a failure of this kind. */
    public static ExitCode of(ErrorKind kind) {
        return switch (kind) {
            case BAD_INPUT -> BAD_INPUT;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT, FORBIDDEN -> CONFLICT;
            case UNREACHABLE, UNTRUSTED -> UNREACHABLE;
            case FAILED -> FAILED;
            case TIMED_OUT -> TIMED_OUT;
            case CANCELLED -> CANCELLED;
            case INTERNAL -> INTERNAL;
        };
    }
}
