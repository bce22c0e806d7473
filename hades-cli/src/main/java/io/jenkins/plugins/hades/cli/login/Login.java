package io.jenkins.plugins.hades.cli.login;

import java.net.URI;

/**
 * A controller that the commands ask, instead of working themselves.
 *
 * @param controller the address of Jenkins' root, without a slash at its end
 * @param user the user's id in Jenkins
 * @param token an API token of that user; secret
 */
public record Login(URI controller, String user, String token) {
    /** Without the token, for logs and errors. */
    @Override
    public String toString() {
        return user + " at " + controller;
    }
}
