package io.jenkins.plugins.hades.ssh;

/**
 * A terminal's size.
 *
 * @param columns in characters
 * @param rows in lines
 * @param type the value of {@code TERM}
 */
public record TerminalSize(int columns, int rows, String type) {}
