package io.jenkins.plugins.hades.model;

/** What became of something that somebody set out to do. */
public enum AuditOutcome {
    /** It was done, or what was asked for was recorded to be done. */
    DONE,
    /** It was refused, as the actor lacks the right. */
    REFUSED
}
