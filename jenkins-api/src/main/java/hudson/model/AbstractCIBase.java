package hudson.model;

import hudson.security.AccessControlled;

/** Base of Jenkins. */
public abstract class AbstractCIBase extends Node implements ItemGroup<TopLevelItem>, AccessControlled {}
