package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import java.util.Optional;

/** Keeps new credentials on behalf of the API. What is in them goes in and never comes out again. */
public interface CredentialRegistry {
    /**
     * Keeps a credential.
     *
     * @param project for this project's use; empty: for all of Hades
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code FORBIDDEN} when the thread's user may not add one there, {@code CONFLICT} when
     *     the id is taken or credentials are kept elsewhere, {@code BAD_INPUT} when something of it cannot be
     */
    Stored add(Optional<Project> project, NewCredential credential);

    /** What a credential is. */
    enum Kind {
        USERNAME_PASSWORD,
        SSH_KEY,
        SECRET_TEXT
    }

    /**
     * A credential that is to be kept.
     *
     * @param id by which it is referred to
     * @param description what it is for
     * @param username the user, for a password or a key
     * @param secret the password, the private key, or the text
     * @param passphrase of the private key, if it has one
     */
    record NewCredential(
            Kind kind,
            String id,
            Optional<String> description,
            Optional<String> username,
            String secret,
            Optional<String> passphrase) {
        /** Names it, without what is secret of it. */
        @Override
        public String toString() {
            return kind + " " + id;
        }
    }

    /**
     * A credential that is kept.
     *
     * @param place where, in words
     */
    record Stored(String id, Kind kind, String place) {}

    /** Credentials are not kept here. */
    static CredentialRegistry nowhere(String hint) {
        return (project, credential) -> {
            throw new HadesException(
                    ErrorKind.CONFLICT, "Adding credential " + credential.id(), "credentials are not kept here", hint);
        };
    }
}
