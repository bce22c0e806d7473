package io.jenkins.plugins.hades.model;

/** When a variable is given to a project: while its image is built, or while it runs. */
public enum Phase {
    /** Handed to the build, as a build argument or a build secret. */
    BUILD,
    /** Handed to the running container. */
    RUN
}
