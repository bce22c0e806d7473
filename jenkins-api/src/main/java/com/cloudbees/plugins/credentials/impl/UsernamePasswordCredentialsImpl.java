package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Descriptor;
import hudson.util.Secret;

/** A user name with a password that is kept as it is. */
public class UsernamePasswordCredentialsImpl implements StandardUsernamePasswordCredentials {
    public UsernamePasswordCredentialsImpl(
            CredentialsScope scope, String id, String description, String username, String password)
            throws Descriptor.FormException {}

    @Override
    public String getUsername() {
        throw new UnsupportedOperationException("compile-only");
    }

    @Override
    public Secret getPassword() {
        throw new UnsupportedOperationException("compile-only");
    }
}
