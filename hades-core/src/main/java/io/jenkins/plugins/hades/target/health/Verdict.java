package io.jenkins.plugins.hades.target.health;

/**
 * What a check came to.
 *
 * @param healthy whether it serves
 * @param detail which check failed, with what answer; the last answer if it serves
 */
public record Verdict(boolean healthy, String detail) {}
