package io.jenkins.plugins.hades.servercheck;

/**
 * One thing that was looked at on a server.
 *
 * @param subject what was looked at
 * @param good whether it is as it should be
 * @param detail what was found
 * @param remedy what to do; empty if nothing
 */
public record Finding(String subject, boolean good, String detail, String remedy) {
    static Finding good(String subject, String detail) {
        return new Finding(subject, true, detail, "");
    }

    static Finding bad(String subject, String detail, String remedy) {
        return new Finding(subject, false, detail, remedy);
    }
}
