package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.ProjectConfig;

/**
 * What a branch or tag of a project's repository is now.
 *
 * @param commit the commit
 * @param message the commit's whole message
 * @param trusted the config whose trusted settings count now
 */
public record PushedCommit(String commit, String message, ProjectConfig trusted) {}
