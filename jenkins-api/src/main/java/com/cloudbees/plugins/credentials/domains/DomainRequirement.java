package com.cloudbees.plugins.credentials.domains;

import hudson.ExtensionPoint;
import java.io.Serializable;

/** Where a credential is about to be used. */
public class DomainRequirement implements ExtensionPoint, Serializable {
    public DomainRequirement() {}
}
