package hudson.security;

import hudson.ExtensionPoint;
import hudson.model.Describable;

/** Who may do what. */
public abstract class AuthorizationStrategy implements Describable<AuthorizationStrategy>, ExtensionPoint {}
