package io.jenkins.plugins.hades.jenkins.settings;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.jenkins.credential.CredentialChoices;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import java.util.List;
import java.util.Objects;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The records are kept in a PostgreSQL database. */
public final class PostgresStore extends StoreSetting {
    private static final String SCHEME = "jdbc:postgresql:";

    private final String url;
    private final String credentialsId;

    /**
     * @param url a JDBC address, {@code jdbc:postgresql://host/database}, without a password in it
     * @param credentialsId the id of a user name and password among the controller's credentials
     */
    @DataBoundConstructor
    public PostgresStore(String url, String credentialsId) {
        this.url = Fields.given(url).orElse("");
        this.credentialsId = Fields.given(credentialsId).orElse("");
    }

    /** The JDBC address of the database. */
    public String getUrl() {
        return url;
    }

    /** The id of the user name and password. */
    public String getCredentialsId() {
        return credentialsId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PostgresStore store
                && url.equals(store.url)
                && credentialsId.equals(store.credentialsId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(url, credentialsId);
    }

    /** Its form. */
    @Extension(ordinal = 1)
    @Symbol("postgresql")
    public static final class DescriptorImpl extends Descriptor<StoreSetting> {
        @Override
        public String getDisplayName() {
            return Messages.PostgresStore_displayName();
        }

        /** Checks the form of the address, and that it holds no password. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            RunningJenkins.requireAdministrator();
            String address = Fields.given(value).orElse("");
            if (!address.startsWith(SCHEME)) {
                return FormValidation.error(Messages.PostgresStore_scheme());
            }
            return address.contains("password=")
                    ? FormValidation.error(Messages.PostgresStore_password())
                    : FormValidation.ok();
        }

        /** Offers user names with passwords of the controller. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return CredentialChoices.ofController(credentialsId, List.of(StandardUsernamePasswordCredentials.class));
        }
    }
}
