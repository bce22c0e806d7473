package io.jenkins.plugins.hades.cli.web;

/**
 * What one browser was let in with.
 *
 * @param id the value of its cookie
 * @param crumb what its scripts send with every request that changes something
 */
record WebSession(String id, String crumb) {
    @Override
    public String toString() {
        return "a session";
    }
}
