package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.key.PrivateKeys;
import java.security.KeyPair;
import org.apache.sshd.client.session.ClientSession;

/** What proves a user for one connection; forgotten when the login is over. */
sealed interface Credentials {
    /** Makes the session log in with these; it has nothing else. */
    void give(ClientSession session);

    /** Makes the session forget them. */
    void takeBack(ClientSession session);

    /** A key pair. */
    record OfKey(KeyPair pair) implements Credentials {
        @Override
        public void give(ClientSession session) {
            session.addPublicKeyIdentity(pair);
        }

        @Override
        public void takeBack(ClientSession session) {
            session.removePublicKeyIdentity(pair);
        }

        @Override
        public String toString() {
            return "OfKey";
        }
    }

    /** A password. */
    record OfPassword(String value) implements Credentials {
        @Override
        public void give(ClientSession session) {
            session.addPasswordIdentity(value);
            session.setUserInteraction(new PasswordPrompt(value));
        }

        @Override
        public void takeBack(ClientSession session) {
            session.removePasswordIdentity(value);
            session.setUserInteraction(null);
        }

        @Override
        public String toString() {
            return "OfPassword";
        }
    }

    /**
     * Asks for the login's secrets.
     *
     * @param server the server, for errors
     */
    static Credentials of(SshLogin login, String server) {
        if (login instanceof SshLogin.Key key) {
            return new OfKey(PrivateKeys.read(key.pem().get(), key.passphrase().get(), server));
        }
        String value = ((SshLogin.Password) login).value().get();
        if (value.isEmpty()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Logging in to " + server,
                    "the configured password is empty",
                    "Give the password, or a key");
        }
        return new OfPassword(value);
    }
}
