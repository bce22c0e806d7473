package io.jenkins.plugins.hades.ssh.hostkey;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.key.KeyText;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** What is said when a server cannot be trusted. */
final class HostKeyErrors {
    private static final String ASK_THE_SERVER =
            "compare it with what 'ssh-keygen -lf' shows on the server itself for the files /etc/ssh/ssh_host_*_key.pub";

    private final String server;
    private final String name;

    /**
     * @param server the server as errors name it
     * @param name the host as a known_hosts file names it
     */
    HostKeyErrors(String server, String name) {
        this.server = server;
        this.name = name;
    }

    HadesException unknown(PublicKey key, Path file) {
        return untrusted(
                "the server's key is unknown: it shows " + shown(key) + ", and " + file + " holds no key of " + name,
                "If this is the right fingerprint (" + ASK_THE_SERVER + "), add this line to " + file + ": " + name
                        + " " + KeyText.line(key));
    }

    HadesException changed(PublicKey key, Path file, List<KnownHostsLine> known) {
        String expected = known.stream()
                .map(line -> line.type() + " "
                        + KeyText.fingerprint(Base64.getDecoder().decode(line.key())) + " in line " + line.number())
                .collect(Collectors.joining(", "));
        return untrusted(
                "the server's key has changed: it shows " + shown(key) + ", but " + file + " says " + expected
                        + ". Either the server was set up anew, or somebody else answers in its place",
                "Find out which; if the new key is right (" + ASK_THE_SERVER
                        + "), remove the old line with 'ssh-keygen -f " + file + " -R \"" + name
                        + "\"' and add this one: " + name + " " + KeyText.line(key));
    }

    HadesException revoked(PublicKey key, Path file, int line) {
        return untrusted(
                "the server shows " + shown(key) + ", which line " + line + " of " + file + " marks as revoked",
                "Give the server a new host key, and add that one to the file");
    }

    HadesException notPinned(PublicKey key, List<String> pins) {
        return untrusted(
                "the server's key is not one of those configured: it shows " + shown(key) + ", but configured "
                        + (pins.size() == 1 ? "is " : "are ") + String.join(", ", pins),
                "If the server was set up anew and this is the right fingerprint (" + ASK_THE_SERVER
                        + "), put it in place of the configured one");
    }

    HadesException notWritten(PublicKey key, Path file, IOException why) {
        return new HadesException(
                ErrorKind.UNTRUSTED,
                doing(),
                "its first key, " + shown(key) + ", could not be written to " + file + ": " + why.getMessage(),
                "Make the file writable, or add the line yourself: " + name + " " + KeyText.line(key),
                why);
    }

    private HadesException untrusted(String reason, String remedy) {
        return new HadesException(ErrorKind.UNTRUSTED, doing(), reason, remedy);
    }

    private String doing() {
        return "Connecting to " + server;
    }

    private static String shown(PublicKey key) {
        return KeyText.type(key) + " " + KeyText.fingerprint(key);
    }
}
