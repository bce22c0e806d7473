package io.jenkins.plugins.hades.model;

/** How an environment fails to serve as it should. */
public enum FailureReason {
    /** It does not serve. */
    GENERIC,
    /** Some parts of it serve. */
    PARTIALLY_AVAILABLE,
    /** It serves another release than it was told to. */
    VERSION_MISMATCH
}
