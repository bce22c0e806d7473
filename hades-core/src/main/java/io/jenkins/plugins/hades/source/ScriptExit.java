package io.jenkins.plugins.hades.source;

/** The exit codes of the scripts that run on build servers. */
final class ScriptExit {
    static final int NO_GIT = 80;
    static final int NO_FLOCK = 81;
    static final int NO_FOLDER = 82;
    static final int OLD_GIT = 83;
    static final int ODD_FOLDER = 84;
    static final int NO_AGENT = 85;
    static final int BUSY = 86;
    static final int GIT_FAILED = 87;
    static final int NO_SUCH_COMMIT_THERE = 88;
    static final int EMPTY_REPOSITORY = 89;
    static final int NO_COMMIT = 90;
    static final int NO_PATH = 91;
    static final int LINK = 92;
    static final int OTHER_KIND = 93;
    static final int TOO_LARGE = 94;
    static final int NO_PLACE = 95;
    static final int NO_TAR = 96;
    static final int TAR_FAILED = 97;

    private ScriptExit() {}
}
