package io.jenkins.plugins.hades.model;

/** What an operation does to its environment. */
public enum OperationKind {
    /** Brings a new release: creates the environment or updates it. */
    DEPLOY,
    /** A release of the current artifact with the variables of now; nothing is built unless a build variable changed. */
    REDEPLOY,
    /** Re-applies an older release. */
    ROLLBACK,
    /** Restarts what runs. */
    RESTART,
    /** Frees compute, keeps what is persistent. */
    ARCHIVE,
    /** Brings an archived environment back. */
    RESTORE,
    /** Removes what an archived environment left. */
    CLEANUP,
    /** Archives and cleans up in one go. */
    DESTROY
}
