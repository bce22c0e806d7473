package io.jenkins.plugins.hades.jenkins.project;

import io.jenkins.plugins.hades.jenkins.form.Fields;
import java.util.regex.Pattern;

/** The forms in which a repository's address is entered. */
enum RepositoryAddress {
    /** One that Hades fetches from. */
    WELL_FORMED,
    /** It holds a password or token, which belongs into a credential. */
    WITH_SECRET,
    /** Anything else. */
    MALFORMED;

    private static final Pattern HTTP = Pattern.compile("https?://[^\\s@]+");
    private static final Pattern SSH = Pattern.compile("ssh://[^\\s]+|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:[^\\s]+");
    private static final Pattern SECRET = Pattern.compile("[a-z+]+://[^/@\\s]+:[^/@\\s]+@.*|https?://[^/@\\s]+@.*");

    /** Which form a text has. */
    static RepositoryAddress of(String value) {
        String address = Fields.given(value).orElse("");
        if (SECRET.matcher(address).matches()) {
            return WITH_SECRET;
        }
        return HTTP.matcher(address).matches() || SSH.matcher(address).matches() ? WELL_FORMED : MALFORMED;
    }
}
