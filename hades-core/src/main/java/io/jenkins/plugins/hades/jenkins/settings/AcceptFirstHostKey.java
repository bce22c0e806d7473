package io.jenkins.plugins.hades.jenkins.settings;

import hudson.Extension;
import hudson.model.Descriptor;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** The first host key that the server shows is accepted and remembered; another one later is refused. */
public final class AcceptFirstHostKey extends HostKeySetting {
    /** Has no settings. */
    @DataBoundConstructor
    public AcceptFirstHostKey() {
        // That it was chosen says all.
    }

    @Override
    public HostKeyPolicy policy() {
        return new HostKeyPolicy.AcceptFirstUse(HadesHome.folder().resolve("known_hosts"));
    }

    /** Its form. */
    @Extension(ordinal = 1)
    @Symbol("acceptFirstHostKey")
    public static final class DescriptorImpl extends Descriptor<HostKeySetting> {
        @Override
        public String getDisplayName() {
            return Messages.AcceptFirstHostKey_displayName();
        }
    }
}
