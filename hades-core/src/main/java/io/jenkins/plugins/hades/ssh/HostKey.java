package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.ssh.key.KeyText;
import java.security.PublicKey;

/**
 * A key that a server shows.
 *
 * @param type its type: {@code ssh-ed25519}
 * @param line the key itself, as it stands in a known_hosts file: {@code ssh-ed25519 AAAA…}
 * @param fingerprint as OpenSSH shows it: {@code SHA256:…}
 */
public record HostKey(String type, String line, String fingerprint) {
    static HostKey of(PublicKey key) {
        return new HostKey(KeyText.type(key), KeyText.line(key), KeyText.fingerprint(key));
    }
}
