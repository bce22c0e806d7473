package io.jenkins.plugins.hades.config;

/** What happens when a container ends. */
public enum RestartPolicy {
    /** It stays ended. */
    NO,
    /** It is started again if it failed. */
    ON_FAILURE,
    /** It is started again, also when the server starts, unless it was stopped. */
    UNLESS_STOPPED,
    /** It is started again in any case. */
    ALWAYS
}
