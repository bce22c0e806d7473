package hudson.slaves;

import hudson.ExtensionPoint;
import hudson.model.Describable;

/** Starts an agent. */
public abstract class ComputerLauncher implements Describable<ComputerLauncher>, ExtensionPoint {}
