package io.jenkins.plugins.hades.ssh;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a user is proved to a server. The secrets are asked for when a connection is opened and not kept. Two logins are equal when they are of one kind and
 * one identity, so that servers whose entries are read anew keep their connections.
 */
public sealed interface SshLogin {
    /** Tells which secret it is, without telling the secret: the path of a file, the id of a credential. */
    String identity();

    /**
     * A private key in OpenSSH or PEM format.
     *
     * @param identity which key it is
     * @param pem gives the key's text
     * @param passphrase gives its passphrase, if it has one
     */
    record Key(String identity, Supplier<String> pem, Supplier<Optional<String>> passphrase) implements SshLogin {
        /** A key that is equal to itself only. */
        public Key(Supplier<String> pem, Supplier<Optional<String>> passphrase) {
            this(unique(pem), pem, passphrase);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.identity.equals(identity);
        }

        @Override
        public int hashCode() {
            return identity.hashCode();
        }

        @Override
        public String toString() {
            return "Key " + identity;
        }
    }

    /**
     * A password.
     *
     * @param identity which password it is
     * @param value gives it
     */
    record Password(String identity, Supplier<String> value) implements SshLogin {
        /** A password that is equal to itself only. */
        public Password(Supplier<String> value) {
            this(unique(value), value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Password password && password.identity.equals(identity);
        }

        @Override
        public int hashCode() {
            return identity.hashCode();
        }

        @Override
        public String toString() {
            return "Password " + identity;
        }
    }

    private static String unique(Object supplier) {
        return "@" + Integer.toHexString(System.identityHashCode(supplier));
    }
}
