package io.jenkins.plugins.hades.engine;

/** Why an operation must not go on. */
enum StopReason {
    /** Somebody cancelled it. */
    CANCELLED,
    /** Its time is up. */
    TIMED_OUT,
    /** This process ends; the next one settles the operation. */
    SHUTDOWN
}
