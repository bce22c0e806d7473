package io.jenkins.plugins.hades.model;

/** What a variable is for: the application itself, or the way it is deployed. */
public enum Scope {
    /** Given to the application. */
    APP,
    /** Given to the target: a control script, a Compose file. */
    DEPLOYMENT
}
