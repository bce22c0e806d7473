package com.cloudbees.plugins.credentials.domains;

import java.util.List;

/** Says by an URI where a credential is about to be used. */
public class URIRequirementBuilder {
    URIRequirementBuilder() {}

    public static URIRequirementBuilder create() {
        throw new UnsupportedOperationException("compile-only");
    }

    public static URIRequirementBuilder fromUri(String uri) {
        throw new UnsupportedOperationException("compile-only");
    }

    public URIRequirementBuilder withScheme(String scheme) {
        throw new UnsupportedOperationException("compile-only");
    }

    public URIRequirementBuilder withHostname(String hostname) {
        throw new UnsupportedOperationException("compile-only");
    }

    public URIRequirementBuilder withHostnamePort(String hostname, int port) {
        throw new UnsupportedOperationException("compile-only");
    }

    public List<DomainRequirement> build() {
        throw new UnsupportedOperationException("compile-only");
    }
}
