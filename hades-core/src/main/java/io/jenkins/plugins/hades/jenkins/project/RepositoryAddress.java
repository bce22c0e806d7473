package io.jenkins.plugins.hades.jenkins.project;

import hudson.util.FormValidation;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import java.util.regex.Pattern;

/** Checks the form of a repository's address. */
final class RepositoryAddress {
    private static final Pattern HTTP = Pattern.compile("https?://[^\\s@]+");
    private static final Pattern SSH = Pattern.compile("ssh://[^\\s]+|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:[^\\s]+");
    private static final Pattern PASSWORD = Pattern.compile("[a-z+]+://[^/@\\s]+:[^/@\\s]+@.*|https?://[^/@\\s]+@.*");

    private RepositoryAddress() {}

    static FormValidation check(String value) {
        String address = Fields.given(value).orElse("");
        if (PASSWORD.matcher(address).matches()) {
            return FormValidation.error(Messages.ProjectSettings_secretInAddress());
        }
        return HTTP.matcher(address).matches() || SSH.matcher(address).matches()
                ? FormValidation.ok()
                : FormValidation.error(Messages.ProjectSettings_address());
    }
}
