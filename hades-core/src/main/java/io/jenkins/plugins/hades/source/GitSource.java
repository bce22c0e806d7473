package io.jenkins.plugins.hades.source;

import java.util.List;

/**
 * Where a project's repository is, and how it is reached.
 *
 * @param url an {@code https://}, {@code http://}, {@code ssh://} or {@code git@host:path} address without a user's secret in it
 * @param login how Hades is proved to the Git host
 * @param hostKeys known_hosts lines of the Git host for SSH addresses; empty: the keys that GitHub, GitLab and Bitbucket publish for
 *     themselves, and the known_hosts of the build server's user for others
 */
public record GitSource(String url, GitLogin login, List<String> hostKeys) {
    public GitSource {
        hostKeys = List.copyOf(hostKeys);
    }
}
