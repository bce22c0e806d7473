package io.jenkins.plugins.hades.jenkins.credential;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Item;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.source.GitLogin;
import io.jenkins.plugins.hades.ssh.ForwardedKey;
import java.util.function.Function;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Logins to Git hosts from credentials that an item may use: an SSH key, a user name with a password or token, or a token alone. */
public final class GitLogins {
    /** The user name that Git hosts expect beside a token. */
    private static final String TOKEN_USER = "x-access-token";

    private GitLogins() {}

    /**
     * The login of this credential.
     *
     * @throws HadesException of kind {@code NOT_FOUND} when the item has no such credential, {@code BAD_INPUT} when it is no login for Git
     */
    public static GitLogin find(Item item, String credentialsId) {
        StandardCredentials credential = credential(item, credentialsId);
        if (credential instanceof SSHUserPrivateKey) {
            return new GitLogin.DeployKey(new ForwardedKey(
                    () -> read(item, credentialsId, SSHUserPrivateKey.class, GitLogins::firstKey),
                    () -> read(item, credentialsId, SSHUserPrivateKey.class, KeyTexts::passphrase)));
        }
        if (credential instanceof StandardUsernamePasswordCredentials password) {
            return new GitLogin.Token(
                    password.getUsername(),
                    () -> read(
                            item, credentialsId, StandardUsernamePasswordCredentials.class, found -> found.getPassword()
                                    .getPlainText()));
        }
        if (credential instanceof StringCredentials) {
            return new GitLogin.Token(
                    TOKEN_USER,
                    () -> read(item, credentialsId, StringCredentials.class, found -> found.getSecret()
                            .getPlainText()));
        }
        throw unfit(
                item, credentialsId, "it is neither an SSH key, nor a user name with a password, nor a secret text");
    }

    private static String firstKey(SSHUserPrivateKey key) {
        return key.getPrivateKeys().stream().findFirst().orElse("");
    }

    private static <C, T> T read(Item item, String credentialsId, Class<C> type, Function<C, T> reading) {
        StandardCredentials credential = credential(item, credentialsId);
        if (type.isInstance(credential)) {
            return reading.apply(type.cast(credential));
        }
        throw unfit(item, credentialsId, "it was replaced by one of another kind");
    }

    private static StandardCredentials credential(Item item, String credentialsId) {
        return ItemCredentials.find(item, credentialsId)
                .orElseThrow(
                        () -> new HadesException(
                                ErrorKind.NOT_FOUND,
                                "Looking for the Git credential of " + item.getFullName(),
                                "there is none of id \"" + credentialsId + "\" that the item may use",
                                "Add it to the item's folder or to the controller, or choose another in the item's Hades project"));
    }

    private static HadesException unfit(Item item, String credentialsId, String reason) {
        return new HadesException(
                ErrorKind.BAD_INPUT,
                "Reading credential \"" + credentialsId + "\" for the repository of " + item.getFullName(),
                reason,
                "Choose an SSH key, a user name with a password or token, or a secret text");
    }
}
