package io.jenkins.plugins.hades.jenkins.credential;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import hudson.util.Secret;
import java.util.Optional;

/** Reads the texts of SSH keys. */
final class KeyTexts {
    private KeyTexts() {}

    static Optional<String> passphrase(SSHUserPrivateKey key) {
        return Optional.ofNullable(key.getPassphrase())
                .map(Secret::getPlainText)
                .filter(text -> !text.isEmpty());
    }
}
