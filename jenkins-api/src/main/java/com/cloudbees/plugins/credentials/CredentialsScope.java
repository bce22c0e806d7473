package com.cloudbees.plugins.credentials;

/** Who may use a credential of the controller. */
public enum CredentialsScope {
    GLOBAL
}
