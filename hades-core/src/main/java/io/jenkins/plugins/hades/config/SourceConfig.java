package io.jenkins.plugins.hades.config;

/**
 * Which part of a repository a project is: the {@code source} part of its config.
 *
 * @param subdirectory the project's folder in the repository; empty for its root
 * @param submodules whether submodules are checked out too
 */
public record SourceConfig(String subdirectory, boolean submodules) {}
