package io.jenkins.plugins.hades.jenkins.settings;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;

/** How a server is proved to be the one that is meant, as an administrator chose it. */
public abstract class HostKeySetting implements Describable<HostKeySetting>, ExtensionPoint {
    /** The engine's word for it. */
    public abstract HostKeyPolicy policy();
}
