package io.jenkins.plugins.hades.ssh.hostkey;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.key.KeyText;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;

/** Trusts only the keys, or the fingerprints of keys, that were configured. */
public final class PinnedCheck implements HostKeyCheck {
    private final List<Pin> pins;
    private final HostKeyErrors errors;

    /**
     * @param keys each {@code "ssh-ed25519 AAAA…"}, with or without a comment, or {@code "SHA256:…"}
     * @param server the server, for errors
     * @throws HadesException of kind {@code BAD_INPUT} if one is neither, or there is none
     */
    public PinnedCheck(List<String> keys, String server) {
        this.errors = new HostKeyErrors(server, server);
        this.pins = keys.stream().map(key -> Pin.parse(key, server)).toList();
        if (pins.isEmpty()) {
            throw Pin.bad("an empty list", server);
        }
    }

    @Override
    public List<String> knownTypes() {
        return pins.stream()
                .map(Pin::type)
                .filter(type -> !type.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public boolean typesUnknown() {
        return knownTypes().isEmpty();
    }

    @Override
    public void verify(PublicKey key) {
        String fingerprint = KeyText.fingerprint(key);
        if (pins.stream().noneMatch(pin -> pin.fingerprint().equals(fingerprint))) {
            throw errors.notPinned(key, pins.stream().map(Pin::shown).toList());
        }
    }

    private record Pin(String type, String fingerprint) {
        static Pin parse(String text, String server) {
            String pin = text.strip();
            if (pin.matches("SHA256:[A-Za-z0-9+/]{43}=?")) {
                return new Pin("", pin.endsWith("=") ? pin.substring(0, pin.length() - 1) : pin);
            }
            String[] words = pin.split("[ \t]+", -1);
            if (words.length >= 2 && words[0].matches("[a-z0-9@.-]+")) {
                try {
                    return new Pin(
                            words[0], KeyText.fingerprint(Base64.getDecoder().decode(words[1])));
                } catch (IllegalArgumentException e) {
                    throw bad("'" + pin + "'", server);
                }
            }
            throw bad("'" + pin + "'", server);
        }

        static HadesException bad(String what, String server) {
            return new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the configured host keys of " + server,
                    what + " is no host key",
                    "Write it as 'ssh-ed25519 AAAA...', from 'ssh-keyscan' or the server's /etc/ssh/ssh_host_ed25519_key.pub, or "
                            + "as its fingerprint 'SHA256:...'");
        }

        String shown() {
            return type.isEmpty() ? fingerprint : type + " " + fingerprint;
        }
    }
}
