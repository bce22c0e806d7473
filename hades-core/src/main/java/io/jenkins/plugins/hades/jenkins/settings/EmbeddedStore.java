package io.jenkins.plugins.hades.jenkins.settings;

import hudson.Extension;
import hudson.model.Descriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** The records are kept in a database of the controller's own, in its home. */
public final class EmbeddedStore extends StoreSetting {
    /** Has no settings. */
    @DataBoundConstructor
    public EmbeddedStore() {
        // That it was chosen says all.
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmbeddedStore;
    }

    @Override
    public int hashCode() {
        return EmbeddedStore.class.hashCode();
    }

    /** Its form. */
    @Extension(ordinal = 2)
    @Symbol("embedded")
    public static final class DescriptorImpl extends Descriptor<StoreSetting> {
        @Override
        public String getDisplayName() {
            return Messages.EmbeddedStore_displayName();
        }
    }
}
