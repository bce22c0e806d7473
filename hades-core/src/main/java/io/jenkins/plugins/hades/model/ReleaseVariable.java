package io.jenkins.plugins.hades.model;

/**
 * A variable as a release used it: the value itself is found in the store by these three.
 *
 * @param name the variable
 * @param scope what it is for
 * @param version which of its values
 */
public record ReleaseVariable(String name, Scope scope, int version) {}
