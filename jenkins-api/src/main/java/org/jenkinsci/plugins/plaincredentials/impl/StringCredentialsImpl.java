package org.jenkinsci.plugins.plaincredentials.impl;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.util.Secret;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** One secret text that is kept as it is. */
public final class StringCredentialsImpl implements StringCredentials {
    public StringCredentialsImpl(CredentialsScope scope, String id, String description, Secret secret) {}

    @Override
    public Secret getSecret() {
        throw new UnsupportedOperationException("compile-only");
    }
}
