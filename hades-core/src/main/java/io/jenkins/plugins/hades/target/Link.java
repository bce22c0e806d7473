package io.jenkins.plugins.hades.target;

/**
 * Where something of an environment is reached.
 *
 * @param name what it is
 * @param url where it is
 */
public record Link(String name, String url) {}
