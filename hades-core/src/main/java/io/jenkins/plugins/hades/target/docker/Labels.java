package io.jenkins.plugins.hades.target.docker;

/** The labels by which Hades finds its containers, networks and volumes on a server again. None holds a secret. */
public final class Labels {
    private static final String PREFIX = "io.jenkins.plugins.hades.";

    /** The id of the project. */
    public static final String PROJECT = PREFIX + "project";
    /** The project's name when it was made. */
    public static final String PROJECT_NAME = PREFIX + "project-name";
    /** The id of the environment. */
    public static final String ENVIRONMENT = PREFIX + "environment";
    /** The environment's name when it was made. */
    public static final String ENVIRONMENT_NAME = PREFIX + "environment-name";
    /** The number of the release that a container runs. */
    public static final String RELEASE = PREFIX + "release";
    /** What people call the release's source: a short commit. */
    public static final String SOURCE = PREFIX + "source";
    /** The token of the operation that made it. */
    public static final String OPERATION = PREFIX + "operation";
    /** The digest of the artifact that a container runs. */
    public static final String ARTIFACT = PREFIX + "artifact";
    /** The loopback port that Hades allocated for a container. */
    public static final String PORT = PREFIX + "port";
    /** How a container runs and is checked, as JSON, so that it can be checked again when its release's record is not at hand. */
    public static final String SETTINGS = PREFIX + "settings";
    /** The name that the project gave to a volume. */
    public static final String VOLUME = PREFIX + "volume";

    private Labels() {}
}
