package io.jenkins.plugins.hades.target;

import java.time.Duration;

/**
 * What a verb brought about.
 *
 * @param url where the environment is reached; empty if it is not known
 * @param gap for how long nothing served during the change
 */
public record Running(String url, Duration gap) {}
