package io.jenkins.plugins.hades.ssh.hostkey;

import io.jenkins.plugins.hades.error.HadesException;
import java.security.PublicKey;
import java.util.List;

/** Decides whether a server is the one that is meant. Thread-safe; reads its file each time, so a corrected file counts at once. */
public interface HostKeyCheck {
    /**
     * The types of the keys that are known of the server ({@code ssh-ed25519}), each once; the connection asks the server for one of these,
     * as a server with several keys shows only one.
     *
     * @throws HadesException of kind {@code BAD_INPUT} if what is known cannot be read
     */
    List<String> knownTypes();

    /** Whether keys are known, but not of which type they are, so that the server may have to be asked for one after the other. */
    default boolean typesUnknown() {
        return false;
    }

    /**
     * Returns normally if the server may be trusted.
     *
     * @param key the key whose possession the server has proved
     * @throws HadesException of kind {@code UNTRUSTED} if it may not, with the fingerprints and what to do
     */
    void verify(PublicKey key);
}
