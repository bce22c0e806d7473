package io.jenkins.plugins.hades.ssh;

import java.nio.file.Path;
import java.util.List;

/** How a server is proved to be the one that is meant. There is no policy that accepts any key. */
public sealed interface HostKeyPolicy {
    /** Only keys that stand in a known_hosts file (OpenSSH's format, hashed names and {@code @revoked} included). */
    record KnownHosts(Path file) implements HostKeyPolicy {}

    /**
     * Only these keys.
     *
     * @param keys each as {@code "ssh-ed25519 AAAA…"} or as a fingerprint {@code "SHA256:…"}
     */
    record Pinned(List<String> keys) implements HostKeyPolicy {
        public Pinned {
            keys = List.copyOf(keys);
        }
    }

    /**
     * The first key that the server shows is accepted and written to the known_hosts file; another one later is refused. Used only
     * where the configuration says so in so many words.
     */
    record AcceptFirstUse(Path file) implements HostKeyPolicy {}
}
