package hudson.security.csrf;

import hudson.model.Descriptor;

/** A kind of crumbs. */
public abstract class CrumbIssuerDescriptor<T extends CrumbIssuer> extends Descriptor<CrumbIssuer> {
    private CrumbIssuerDescriptor() {}

    public String getCrumbSalt() {
        throw new UnsupportedOperationException("compile-only");
    }
}
