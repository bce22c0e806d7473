package io.jenkins.plugins.hades.jenkins.settings;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Extension;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.jenkins.credential.CredentialChoices;
import io.jenkins.plugins.hades.jenkins.credential.ServerLogins;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.ssh.SshAddress;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A server whose address, login and host keys are entered. */
public final class SshServer extends ServerSetting {
    private static final int USUAL_PORT = 22;

    private final String host;
    private final String credentialsId;
    private int port = USUAL_PORT;
    private HostKeySetting hostKeys = new KnownHostsFile();
    private String jump;

    /**
     * @param name the name by which projects refer to it
     * @param host its name in the network, or its address
     * @param credentialsId the id of an SSH key, or of a user name and password, among the controller's credentials
     */
    @DataBoundConstructor
    public SshServer(String name, String host, String credentialsId) {
        super(name);
        this.host = Fields.given(host).orElse("");
        this.credentialsId = Fields.given(credentialsId).orElse("");
    }

    @Override
    protected SshAddress address() {
        if (host.isEmpty()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the configuration of server " + getName(),
                    "it has no host",
                    "Enter its name in the network or its address");
        }
        ServerLogins.Login login = ServerLogins.find(credentialsId, getName());
        return new SshAddress(host, port, login.user(), login.login(), hostKeys.policy());
    }

    @Override
    protected Optional<String> throughServer() {
        return Fields.given(jump);
    }

    /** Its name in the network, or its address. */
    public String getHost() {
        return host;
    }

    /** The id of its login among the controller's credentials. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** The port of sshd. */
    public int getPort() {
        return port;
    }

    /** Reaches sshd at this port. */
    @DataBoundSetter
    public void setPort(int port) {
        this.port = port;
    }

    /** How the server is proved. */
    public HostKeySetting getHostKeys() {
        return hostKeys;
    }

    /** Proves the server so. */
    @DataBoundSetter
    public void setHostKeys(HostKeySetting hostKeys) {
        this.hostKeys = hostKeys == null ? new KnownHostsFile() : hostKeys;
    }

    /** The name of the server to go through; {@code null} if it is reached directly. */
    public String getJump() {
        return jump;
    }

    /** Reaches it through this server. */
    @DataBoundSetter
    public void setJump(String jump) {
        this.jump = Fields.orNull(jump);
    }

    /** Its form. */
    @Extension(ordinal = 2)
    @Symbol("ssh")
    public static final class DescriptorImpl extends ServerSettingDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.SshServer_displayName();
        }

        /** Checks that a host is given. */
        @POST
        public FormValidation doCheckHost(@QueryParameter String value) {
            RunningJenkins.requireAdministrator();
            return FormValidation.validateRequired(value);
        }

        /** Checks that the port is one. */
        @POST
        public FormValidation doCheckPort(@QueryParameter String value) {
            RunningJenkins.requireAdministrator();
            return FormValidation.validateIntegerInRange(value, 1, 65_535);
        }

        /** Offers SSH keys, and user names with passwords, of the controller. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return CredentialChoices.ofController(
                    credentialsId, List.of(SSHUserPrivateKey.class, StandardUsernamePasswordCredentials.class));
        }
    }
}
