package io.jenkins.plugins.hades.jenkins.settings;

import hudson.ExtensionPoint;

/** Hears that Hades' configuration was saved. */
public interface ConfigurationListener extends ExtensionPoint {
    /** Called on the thread that saved; must return at once. */
    void configurationChanged();
}
