package hudson.model;

import hudson.ExtensionPoint;

/** A part of a job's configuration that a plugin adds. */
public abstract class JobProperty<J extends Job<?, ?>>
        implements ReconfigurableDescribable<JobProperty<?>>, ExtensionPoint {}
