package io.jenkins.plugins.hades.api;

/**
 * Who asks.
 *
 * @param id the user's id, for the records
 * @param origin by what the user asks: {@code "cli"}, {@code "api"}
 */
public record Caller(String id, String origin) {}
