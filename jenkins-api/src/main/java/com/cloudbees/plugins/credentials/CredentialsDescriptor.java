package com.cloudbees.plugins.credentials;

import hudson.model.Descriptor;

/** Describes a kind of credential. */
public abstract class CredentialsDescriptor extends Descriptor<Credentials> {
    protected CredentialsDescriptor() {}
}
