package hudson.security.csrf;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import jakarta.servlet.ServletRequest;

/** Gives out proofs that a request comes from a page of Jenkins itself. */
public abstract class CrumbIssuer implements Describable<CrumbIssuer>, ExtensionPoint {
    public String getCrumbRequestField() {
        throw new UnsupportedOperationException("compile-only");
    }

    public boolean validateCrumb(ServletRequest request, String salt, String crumb) {
        throw new UnsupportedOperationException("compile-only");
    }

    public CrumbIssuerDescriptor<CrumbIssuer> getDescriptor() {
        throw new UnsupportedOperationException("compile-only");
    }
}
