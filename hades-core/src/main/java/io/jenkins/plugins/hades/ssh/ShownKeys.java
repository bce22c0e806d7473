package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.hostkey.HostKeyCheck;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers which keys a server shows, and trusts none: nobody is logged in. Thread-safe. */
final class ShownKeys implements HostKeyCheck {
    private final List<HostKey> keys = new CopyOnWriteArrayList<>();

    List<HostKey> keys() {
        return List.copyOf(keys);
    }

    /** Whether a key of this type was shown. */
    boolean has(String type) {
        return keys.stream().anyMatch(key -> key.type().equals(type));
    }

    @Override
    public List<String> knownTypes() {
        return List.of();
    }

    @Override
    public void verify(PublicKey key) {
        keys.add(HostKey.of(key));
        throw new HadesException(ErrorKind.UNTRUSTED, "Looking at the host keys", "nothing is trusted here", "");
    }
}
