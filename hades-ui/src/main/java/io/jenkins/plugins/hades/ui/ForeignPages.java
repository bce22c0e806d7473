package io.jenkins.plugins.hades.ui;

import hudson.security.csrf.CrumbIssuer;
import jakarta.servlet.http.HttpServletRequest;
import jenkins.model.Jenkins;

/**
 * The proof that no foreign page made a browser send a request. Jenkins itself asks for it at POST only, so the API asks for it at every method that
 * changes something.
 */
final class ForeignPages {
    /** The attribute by which Jenkins marks such a request; its own filter, {@code ApiCrumbExclusion}, reads it too. The class of this name is not for plugins. */
    private static final String BY_API_TOKEN = "jenkins.security.BasicHeaderApiTokenAuthenticator";

    private ForeignPages() {}

    /** Whether the caller came by an API token, which a browser sends for no page. */
    static boolean isByApiToken(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(BY_API_TOKEN));
    }

    /** Whether the request has the session's crumb in its header. Without crumbs in Jenkins nothing is proved. */
    static boolean hasCrumb(HttpServletRequest request) {
        CrumbIssuer issuer = Jenkins.get().getCrumbIssuer();
        if (issuer == null) {
            return false;
        }
        String crumb = request.getHeader(issuer.getCrumbRequestField());
        return crumb != null
                && issuer.validateCrumb(request, issuer.getDescriptor().getCrumbSalt(), crumb);
    }
}
