package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.source.GitLogin;
import java.util.List;
import java.util.Optional;

/**
 * How a Git host is reached.
 *
 * @param token the login over HTTPS
 * @param key the login over SSH
 * @param hostKeys known_hosts lines of the host; empty: the published ones, or those that the build server's user knows
 */
public record GitAccess(Optional<GitLogin.Token> token, Optional<GitLogin.DeployKey> key, List<String> hostKeys) {
    public GitAccess {
        hostKeys = List.copyOf(hostKeys);
    }
}
