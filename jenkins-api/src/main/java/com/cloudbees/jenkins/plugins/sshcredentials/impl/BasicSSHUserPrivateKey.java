package com.cloudbees.jenkins.plugins.sshcredentials.impl;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.util.Secret;
import java.util.List;

/** A user of SSH with a private key that is kept as it is. */
public class BasicSSHUserPrivateKey implements SSHUserPrivateKey {
    public BasicSSHUserPrivateKey(
            CredentialsScope scope,
            String id,
            String username,
            PrivateKeySource privateKeySource,
            String passphrase,
            String description) {}

    @Override
    public String getUsername() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public Secret getPassphrase() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public List<String> getPrivateKeys() {
        throw new UnsupportedOperationException("compile-only");
    }

    /** Where the key comes from. */
    public abstract static class PrivateKeySource {}

    /** It was entered. */
    public static class DirectEntryPrivateKeySource extends PrivateKeySource {
        public DirectEntryPrivateKeySource(String privateKey) {}
    }
}
