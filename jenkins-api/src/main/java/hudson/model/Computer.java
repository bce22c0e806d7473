package hudson.model;

import hudson.security.AccessControlled;

/** A node at run time. */
public abstract class Computer extends Actionable implements AccessControlled {
    protected Computer(Node node) {}
}
