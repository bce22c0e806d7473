package io.jenkins.plugins.hades.source;

/**
 * What sources may be taken from.
 *
 * @param localRepositories whether a repository may lie in a folder of the build server ({@code file:///path} or an absolute path): for tests and
 *     for one person's own machine only, as a project could read other projects' repositories there
 */
public record GitSettings(boolean localRepositories) {
    /** Only repositories of Git hosts. */
    public static GitSettings ofDefaults() {
        return new GitSettings(false);
    }
}
