package io.jenkins.plugins.hades.error;

/** The classes of failure that callers tell apart: the command by its exit code, the HTTP API by its status. */
public enum ErrorKind {
    /** What was asked for cannot be: a wrong key in a file, a name that is not allowed. */
    BAD_INPUT,
    /** What was named does not exist, or may not be seen. */
    NOT_FOUND,
    /** The state does not allow it now: an illegal transition, a lock, a stale version. */
    CONFLICT,
    /** The actor lacks the right. */
    FORBIDDEN,
    /** A server could not be reached, or was lost. */
    UNREACHABLE,
    /** A server refuses who we are, or is not the one it should be: a key, a password, a host key. */
    UNTRUSTED,
    /** Something that ran on a server failed: a build, a container, a check. */
    FAILED,
    /** It took longer than allowed. */
    TIMED_OUT,
    /** It was cancelled by somebody. */
    CANCELLED,
    /** A defect of Hades or of its store. */
    INTERNAL
}
