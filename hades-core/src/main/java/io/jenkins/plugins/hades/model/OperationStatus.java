package io.jenkins.plugins.hades.model;

/** How far an operation is. */
public enum OperationStatus {
    /** Recorded, and waits for its environment. */
    QUEUED,
    /** At work. */
    RUNNING,
    /** Did what it should. */
    SUCCEEDED,
    /** Did not; its outcome says why, and what was serving serves on where that was possible. */
    FAILED,
    /** Ended by somebody. */
    CANCELLED,
    /** Never begun, as a newer deployment of its environment took its place. */
    SUPERSEDED,
    /** Its process died, and it was settled at the next start. */
    LOST;

    /** Whether nothing more comes. */
    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
