package io.jenkins.plugins.hades.ssh;

/** What a server may be used for. */
public enum ServerRole {
    /** Sources are fetched and images built there. */
    BUILD,
    /** Environments run there. */
    DEPLOY
}
