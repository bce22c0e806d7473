package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.key.PrivateKeys;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.session.ClientSession;

/** What proves a user for one connection; forgotten when the login is over. */
sealed interface Credentials {
    /** Makes the session log in with these, and in no other way. */
    void give(ClientSession session);

    /** Makes the session forget them. */
    void takeBack(ClientSession session);

    /** A key pair. */
    record OfKey(KeyPair pair) implements Credentials {
        @Override
        public void give(ClientSession session) {
            session.setUserAuthFactories(List.of(new UserAuthPublicKeyFactory(HostKeyTypes.allSignatures())));
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
            session.setUserAuthFactories(
                    List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
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
