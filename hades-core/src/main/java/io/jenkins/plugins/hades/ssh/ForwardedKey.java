package io.jenkins.plugins.hades.ssh;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A private key that a remote command may use through a forwarded agent; the key itself never leaves this process.
 *
 * @param pem gives the key's text, in OpenSSH or PEM format
 * @param passphrase gives its passphrase, if it has one
 */
public record ForwardedKey(Supplier<String> pem, Supplier<Optional<String>> passphrase) {
    @Override
    public String toString() {
        return "ForwardedKey";
    }
}
