package io.jenkins.plugins.hades.config;

/** Which pushes deploy an environment: the switch {@code deploy-on-push}. */
public enum PushSwitch {
    /** None: it is deployed by hand, or by a Pipeline. */
    NONE,
    /** Pushes to its branches. */
    BRANCHES,
    /** Pushes of its tags. */
    TAGS,
    /** Pushes to its branches and of its tags. */
    ALL;

    /** Whether pushes to branches do. */
    public boolean branches() {
        return this == BRANCHES || this == ALL;
    }

    /** Whether pushes of tags do. */
    public boolean tags() {
        return this == TAGS || this == ALL;
    }
}
