package io.jenkins.plugins.hades.jenkins.settings;

import hudson.Extension;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Only host keys that stand in a known_hosts file of the controller. */
public final class KnownHostsFile extends HostKeySetting {
    private String file;

    /** The file in the home of the user who runs Jenkins. */
    @DataBoundConstructor
    public KnownHostsFile() {
        // The file is optional.
    }

    /** The file's absolute path; {@code null} for {@code .ssh/known_hosts} in the home of the user who runs Jenkins. */
    public String getFile() {
        return file;
    }

    /** Takes another file. */
    @DataBoundSetter
    public void setFile(String file) {
        this.file = Fields.orNull(file);
    }

    @Override
    public HostKeyPolicy policy() {
        return new HostKeyPolicy.KnownHosts(Fields.given(file).map(Path::of).orElseGet(KnownHostsFile::usual));
    }

    private static Path usual() {
        return Path.of(System.getProperty("user.home"), ".ssh", "known_hosts");
    }

    /** Its form. */
    @Extension(ordinal = 2)
    @Symbol("knownHosts")
    public static final class DescriptorImpl extends Descriptor<HostKeySetting> {
        @Override
        public String getDisplayName() {
            return Messages.KnownHostsFile_displayName();
        }

        /** Checks that there is such a file. */
        @POST
        public FormValidation doCheckFile(@QueryParameter String value) {
            RunningJenkins.requireAdministrator();
            try {
                Path path = Fields.given(value).map(Path::of).orElseGet(KnownHostsFile::usual);
                if (!path.isAbsolute()) {
                    return FormValidation.error(Messages.KnownHostsFile_relative());
                }
                return Files.isReadable(path)
                        ? FormValidation.ok()
                        : FormValidation.warning(Messages.KnownHostsFile_unreadable(path));
            } catch (InvalidPathException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
