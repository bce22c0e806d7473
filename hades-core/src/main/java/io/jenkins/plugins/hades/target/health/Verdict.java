package io.jenkins.plugins.hades.target.health;

/**
 * What a check came to.
 *
 * @param healthy whether it serves
 * @param died whether what was asked had ended
 * @param detail which check failed, with what answer; the last answer if it serves
 */
public record Verdict(boolean healthy, boolean died, String detail) {}
