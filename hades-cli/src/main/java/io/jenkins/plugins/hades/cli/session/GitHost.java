package io.jenkins.plugins.hades.cli.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host in a repository's address.
 *
 * @param name its name, with the port if one is given
 * @param ssh whether it is reached over SSH
 */
record GitHost(String name, boolean ssh) {
    private static final Pattern URL = Pattern.compile("(\\w+)://(?:[^@/]*@)?([^/]+)(?:/.*)?");
    private static final Pattern SCP = Pattern.compile("(?:[^@/:]*@)?([^/:]+):.*");

    /** The host of an address; an empty name where there is none. */
    static GitHost of(String url) {
        Matcher full = URL.matcher(url);
        if (full.matches()) {
            return new GitHost(full.group(2), full.group(1).equals("ssh"));
        }
        Matcher scp = SCP.matcher(url);
        return scp.matches() ? new GitHost(scp.group(1), true) : new GitHost("", false);
    }
}
