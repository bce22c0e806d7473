package io.jenkins.plugins.hades.steps;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.jenkins.credential.CredentialChoices;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A secret variable and the credential that its value is taken from. */
public final class SecretVariable implements Describable<SecretVariable> {
    private final String name;
    private final String credentialsId;

    /**
     * @param name the variable
     * @param credentialsId the id of a secret text, or of a user name with password, whose password is taken
     */
    @DataBoundConstructor
    public SecretVariable(String name, String credentialsId) {
        this.name = Fields.given(name).orElse("");
        this.credentialsId = Fields.given(credentialsId).orElse("");
    }

    /** The variable. */
    public String getName() {
        return name;
    }

    /** The id of the credential. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** Its form. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<SecretVariable> {
        @Override
        public String getDisplayName() {
            return Messages.SecretVariable_displayName();
        }

        /** Checks that a variable may bear the name. */
        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            return StepForm.checkName(item, value);
        }

        /** Offers credentials that the job may use. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return CredentialChoices.ofItem(
                    Optional.ofNullable(item),
                    credentialsId,
                    List.of(StringCredentials.class, StandardUsernamePasswordCredentials.class));
        }
    }
}
