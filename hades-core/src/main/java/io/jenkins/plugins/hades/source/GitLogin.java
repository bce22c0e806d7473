package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.ssh.ForwardedKey;
import java.util.function.Supplier;

/** How Hades is proved to a Git host. The secrets are asked for when they are needed, and never land on the build server's disk. */
public sealed interface GitLogin {
    /** Nothing is proved: a public repository. */
    record None() implements GitLogin {}

    /** A deploy key, used through a forwarded agent. */
    record DeployKey(ForwardedKey key) implements GitLogin {}

    /**
     * A token or password over HTTPS.
     *
     * @param user the user's name; for a GitHub token {@code x-access-token}
     * @param token gives the token
     */
    record Token(String user, Supplier<String> token) implements GitLogin {
        @Override
        public String toString() {
            return "Token of " + user;
        }
    }
}
