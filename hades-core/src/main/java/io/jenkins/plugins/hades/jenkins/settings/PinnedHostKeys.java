package io.jenkins.plugins.hades.jenkins.settings;

import hudson.Extension;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.jenkins.form.Lines;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Only the host keys that were entered. */
public final class PinnedHostKeys extends HostKeySetting {
    private final String keys;

    /** @param keys one on each line, as {@code "ssh-ed25519 AAAA…"} or as {@code "SHA256:…"} */
    @DataBoundConstructor
    public PinnedHostKeys(String keys) {
        this.keys = Lines.normalized(keys);
    }

    /** The keys, one on each line. */
    public String getKeys() {
        return keys;
    }

    @Override
    public HostKeyPolicy policy() {
        return new HostKeyPolicy.Pinned(Lines.of(keys));
    }

    /** Its form. */
    @Extension(ordinal = 3)
    @Symbol("pinned")
    public static final class DescriptorImpl extends Descriptor<HostKeySetting> {
        @Override
        public String getDisplayName() {
            return Messages.PinnedHostKeys_displayName();
        }

        /** Checks that each line is a key or a fingerprint. */
        @POST
        public FormValidation doCheckKeys(@QueryParameter String value) {
            RunningJenkins.requireAdministrator();
            List<String> lines = Lines.of(value);
            if (lines.isEmpty()) {
                return FormValidation.error(Messages.PinnedHostKeys_none());
            }
            return HostKeyLines.malformed(lines)
                    .map(line -> FormValidation.error(Messages.PinnedHostKeys_malformed(line)))
                    .orElseGet(FormValidation::ok);
        }
    }
}
