package com.cloudbees.hudson.plugins.folder;

import hudson.model.TopLevelItemDescriptor;

/** Describes a kind of folder. */
public abstract class AbstractFolderDescriptor extends TopLevelItemDescriptor {
    protected AbstractFolderDescriptor() {}
}
