package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.config.schema.Form;
import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.Values;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The keys of {@code host-keys} of a server. */
final class HostKeysTable extends ServersForm<HostKeyPolicy> {
    private static final String KEY =
            "(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)|sk-ssh-ed25519@openssh\\.com|sk-ecdsa-sha2-nistp256@openssh\\.com) [A-Za-z0-9+/]{40,}={0,2}";

    private final Key<String> knownHosts = key(
            "known-hosts",
            filePath(),
            "~/.ssh/known_hosts",
            "A known_hosts file in the format of OpenSSH that has the server's key.");
    private final Key<Optional<List<String>>> pinned = optional(
            "pinned",
            Forms.filledList(pin()),
            "The server's keys themselves, each as \"ssh-ed25519 AAAA…\" or as a fingerprint \"SHA256:…\".");
    private final Key<Boolean> acceptFirstUse = key(
            "accept-first-use",
            Forms.truth(),
            "false",
            "Whether the key that the server shows at the first connection is believed and written to the known_hosts file. Who stands between at that time is not noticed.");

    HostKeysTable(Place place) {
        super("how the server is proved to be the one that is meant", place);
        excludes(pinned, knownHosts, acceptFirstUse);
    }

    /** What holds where a server says nothing of it. */
    static HostKeyPolicy ofDefaults(Place place) {
        return new HostKeyPolicy.KnownHosts(place.path("~/.ssh/known_hosts"));
    }

    @Override
    protected HostKeyPolicy make(Values values) {
        Path file = place().path(values.get(knownHosts));
        boolean first = values.get(acceptFirstUse);
        Optional<List<String>> keys = values.get(pinned);
        return keys.<HostKeyPolicy>map(HostKeyPolicy.Pinned::new)
                .orElseGet(() -> first ? new HostKeyPolicy.AcceptFirstUse(file) : new HostKeyPolicy.KnownHosts(file));
    }

    /** A public key in the form of known_hosts, without the host. */
    static Form<String> publicKey() {
        return Forms.text("a public key, such as \"ssh-ed25519 AAAA…\"", "^" + KEY + "$");
    }

    private static Form<String> pin() {
        return Forms.text(
                "a key such as \"ssh-ed25519 AAAA…\", or a fingerprint such as \"SHA256:…\"",
                "^(" + KEY + "|SHA256:[A-Za-z0-9+/]{43}=?)$");
    }
}
