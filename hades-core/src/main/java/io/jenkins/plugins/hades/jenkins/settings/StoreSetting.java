package io.jenkins.plugins.hades.jenkins.settings;

import hudson.ExtensionPoint;
import hudson.model.Describable;

/** Where Hades keeps its records, as an administrator chose it. Two equal settings mean the same place. */
public abstract class StoreSetting implements Describable<StoreSetting>, ExtensionPoint {
    @Override
    public abstract boolean equals(Object other);

    @Override
    public abstract int hashCode();
}
