package io.jenkins.plugins.hades.jenkins.settings;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.jenkins.credential.CredentialChoices;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import java.util.List;
import java.util.Objects;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A registry by which images are shipped between servers. Two equal settings mean the same registry and login. */
public final class RegistrySetting implements Describable<RegistrySetting> {
    private final String address;
    private String credentialsId;

    /** @param address host, with port and path if need be; empty: no registry */
    @DataBoundConstructor
    public RegistrySetting(String address) {
        this.address = Fields.given(address).orElse("");
    }

    /** Host, with port and path if need be; empty: no registry. */
    public String getAddress() {
        return address;
    }

    /** The id of a user name and password among the controller's credentials; {@code null}: no login. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** Logs in with this credential. */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Fields.orNull(credentialsId);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistrySetting registry
                && address.equals(registry.address)
                && Objects.equals(credentialsId, registry.credentialsId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, credentialsId);
    }

    /** Its form. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<RegistrySetting> {
        @Override
        public String getDisplayName() {
            return Messages.RegistrySetting_displayName();
        }

        /** Checks that the address has no scheme and no login in it. */
        @POST
        public FormValidation doCheckAddress(@QueryParameter String value) {
            RunningJenkins.requireAdministrator();
            String given = Fields.given(value).orElse("");
            return given.contains("://") || given.contains("@")
                    ? FormValidation.error(Messages.RegistrySetting_address())
                    : FormValidation.ok();
        }

        /** Offers user names with passwords of the controller. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return CredentialChoices.ofController(credentialsId, List.of(StandardUsernamePasswordCredentials.class));
        }
    }
}
