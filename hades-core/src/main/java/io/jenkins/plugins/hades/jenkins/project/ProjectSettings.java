package io.jenkins.plugins.hades.jenkins.project;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.config.ProjectConfigs;
import io.jenkins.plugins.hades.engine.ServerChoice;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.credential.CredentialChoices;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What is configured of a project at its item: where its repository is, and on which servers it is built and runs. */
public final class ProjectSettings extends ServersSettings<ProjectSettings> {
    private final String repository;
    private String credentialsId;
    private String branch;
    private String config;
    private List<EnvironmentSettings> environments;

    /** @param repository the address of the project's Git repository */
    @DataBoundConstructor
    public ProjectSettings(String repository) {
        this.repository = Fields.given(repository).orElse("");
    }

    /** The servers of single environments, by name. */
    Map<String, ServerChoice> environmentServers() {
        Map<String, ServerChoice> servers = new LinkedHashMap<>();
        getEnvironments().forEach(environment -> servers.put(environment.getName(), environment.servers()));
        return servers;
    }

    /** The address of the project's Git repository. */
    public String getRepository() {
        return repository;
    }

    /** The id of the credential for the repository; {@code null} for a public one. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** Proves Hades to the Git host with this credential. */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Fields.orNull(credentialsId);
    }

    /** The branch that is deployed where nothing else is said; {@code null}: the repository's default branch. */
    public String getBranch() {
        return branch;
    }

    /** Deploys this branch where nothing else is said. */
    @DataBoundSetter
    public void setBranch(String branch) {
        this.branch = Fields.orNull(branch);
    }

    /** The project's config, entered here; {@code null}: it is read from the repository. */
    public String getConfig() {
        return config;
    }

    /** Takes this text for the project's config, and reads none from the repository. */
    @DataBoundSetter
    public void setConfig(String config) {
        this.config = config == null || config.isBlank() ? null : config;
    }

    /** Environments with servers of their own. */
    public List<EnvironmentSettings> getEnvironments() {
        return environments == null ? List.of() : List.copyOf(environments);
    }

    /** Gives these environments servers of their own. */
    @DataBoundSetter
    public void setEnvironments(List<EnvironmentSettings> environments) {
        // A list of the kind that Jenkins writes as plain elements.
        this.environments = environments == null || environments.isEmpty() ? null : new ArrayList<>(environments);
    }

    /** Its form. */
    @Extension
    public static final class DescriptorImpl extends ServersSettingsDescriptor<ProjectSettings> {
        @Override
        public String getDisplayName() {
            return Messages.ProjectSettings_displayName();
        }

        /** Checks that there is an address, and that it holds no password. */
        @POST
        public FormValidation doCheckRepository(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.check(item);
            return switch (RepositoryAddress.of(value)) {
                case WELL_FORMED -> FormValidation.ok();
                case WITH_SECRET -> FormValidation.error(Messages.ProjectSettings_secretInAddress());
                case MALFORMED -> FormValidation.error(Messages.ProjectSettings_address());
            };
        }

        /** Offers credentials that the item may use. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return CredentialChoices.ofItem(
                    Optional.ofNullable(item),
                    credentialsId,
                    List.of(
                            SSHUserPrivateKey.class,
                            StandardUsernamePasswordCredentials.class,
                            StringCredentials.class));
        }

        /** Checks the text of a config as a deployment would read it. */
        @POST
        public FormValidation doCheckConfig(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.check(item);
            if (Fields.given(value).isEmpty()) {
                return FormValidation.ok();
            }
            try {
                ProjectConfigs.parse(ProjectConfigs.HADES_YML, value);
                return FormValidation.ok();
            } catch (HadesException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
