package io.jenkins.plugins.hades.jenkins.credential;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.SshLogin;
import java.util.Optional;

/** Logins to servers from the controller's credentials. */
public final class ServerLogins {
    private ServerLogins() {}

    /**
     * How a user is proved to a server.
     *
     * @param user the user on the server
     * @param login reads the secret when a connection is opened
     */
    public record Login(String user, SshLogin login) {}

    /**
     * The login of a server.
     *
     * @param credentialsId the id of the credential
     * @param server the server's name, for errors
     * @throws HadesException of kind {@code NOT_FOUND} when there is no such credential, {@code BAD_INPUT} when it is no login for SSH
     */
    public static Login find(String credentialsId, String server) {
        StandardUsernameCredentials credential = credential(credentialsId, server);
        if (credential instanceof SSHUserPrivateKey key) {
            if (key.getPrivateKeys().isEmpty()) {
                throw unfit(credentialsId, server, "it holds no private key");
            }
            return new Login(
                    key.getUsername(),
                    new SshLogin.Key(
                            () -> key(credentialsId, server).getPrivateKeys().get(0),
                            () -> KeyTexts.passphrase(key(credentialsId, server))));
        }
        if (credential instanceof StandardUsernamePasswordCredentials password) {
            return new Login(password.getUsername(), new SshLogin.Password(() -> password(credentialsId, server)
                    .getPassword()
                    .getPlainText()));
        }
        throw unfit(credentialsId, server, "it is neither an SSH key nor a user name with a password");
    }

    private static SSHUserPrivateKey key(String credentialsId, String server) {
        if (credential(credentialsId, server) instanceof SSHUserPrivateKey key) {
            return key;
        }
        throw unfit(credentialsId, server, "it is no SSH key any more");
    }

    private static StandardUsernamePasswordCredentials password(String credentialsId, String server) {
        if (credential(credentialsId, server) instanceof StandardUsernamePasswordCredentials password) {
            return password;
        }
        throw unfit(credentialsId, server, "it is no user name with a password any more");
    }

    private static StandardUsernameCredentials credential(String credentialsId, String server) {
        return Optional.of(credentialsId)
                .filter(id -> !id.isEmpty())
                .flatMap(ItemCredentials::ofController)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND,
                        "Looking for the login of server " + server,
                        credentialsId.isEmpty()
                                ? "no credential is chosen"
                                : "the controller has no SSH key, and no user name with a password, of id \""
                                        + credentialsId + "\"",
                        "Add it to the controller's credentials, or choose another for the server"));
    }

    private static HadesException unfit(String credentialsId, String server, String reason) {
        return new HadesException(
                ErrorKind.BAD_INPUT,
                "Reading credential \"" + credentialsId + "\", the login of server " + server,
                reason,
                "Choose an SSH key, or a user name with a password");
    }
}
