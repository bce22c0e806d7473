package io.jenkins.plugins.hades.ssh;

import java.util.Optional;
import java.util.function.Supplier;

/** How a user is proved to a server. The secrets are asked for when a connection is opened and not kept. */
public sealed interface SshLogin {
    /**
     * A private key in OpenSSH or PEM format.
     *
     * @param pem gives the key's text
     * @param passphrase gives its passphrase, if it has one
     */
    record Key(Supplier<String> pem, Supplier<Optional<String>> passphrase) implements SshLogin {
        @Override
        public String toString() {
            return "Key";
        }
    }

    /** A password; {@code value} gives it. */
    record Password(Supplier<String> value) implements SshLogin {
        @Override
        public String toString() {
            return "Password";
        }
    }
}
