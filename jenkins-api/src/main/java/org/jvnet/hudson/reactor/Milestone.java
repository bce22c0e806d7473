package org.jvnet.hudson.reactor;

/** A point of Jenkins' start or stop that tasks wait for. */
public interface Milestone {}
