package io.jenkins.plugins.hades.jenkins.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows the forms in which a host key is entered. */
final class HostKeyLines {
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");
    private static final Pattern KEY = Pattern.compile("(ssh|ecdsa|sk)-[a-z0-9@.-]+ [A-Za-z0-9+/]{40,}={0,2}( .*)?");
    private static final Pattern KNOWN_HOST =
            Pattern.compile("(@[a-z-]+ )?[^ ]+ (ssh|ecdsa|sk)-[a-z0-9@.-]+ [A-Za-z0-9+/]{40,}={0,2}( .*)?");

    private HostKeyLines() {}

    /** The first of these lines that is neither a host key nor a fingerprint. */
    static Optional<String> malformed(List<String> keys) {
        return keys.stream()
                .filter(line -> !FINGERPRINT.matcher(line).matches()
                        && !KEY.matcher(line).matches())
                .findFirst();
    }

    /** The first of these lines that cannot stand in a known_hosts file. */
    static Optional<String> malformedKnownHost(List<String> lines) {
        return lines.stream()
                .filter(line ->
                        !line.startsWith("#") && !KNOWN_HOST.matcher(line).matches())
                .findFirst();
    }
}
