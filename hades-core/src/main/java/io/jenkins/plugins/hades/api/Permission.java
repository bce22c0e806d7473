package io.jenkins.plugins.hades.api;

import java.util.List;

/** What a caller may do; the last one on all of Hades, the others on a project. */
public enum Permission {
    /** See status, releases, logs. */
    VIEW,
    /** Deploy, and all that can destroy. */
    DEPLOY,
    /** Change variables and settings. */
    CONFIGURE,
    /** Open a terminal. */
    CONSOLE,
    /** See and change servers and accounts. */
    ADMINISTER;

    /** Those that are asked of a project. */
    public static final List<Permission> ON_PROJECTS = List.of(VIEW, DEPLOY, CONFIGURE, CONSOLE);

    /** Those that are asked of all of Hades. */
    public static final List<Permission> ON_ALL = List.of(ADMINISTER);
}
