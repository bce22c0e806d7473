package io.jenkins.plugins.hades.jenkins.settings;

import hudson.util.FormValidation;
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

    static FormValidation check(List<String> keys) {
        if (keys.isEmpty()) {
            return FormValidation.error(Messages.PinnedHostKeys_none());
        }
        return first(
                        keys,
                        line -> FINGERPRINT.matcher(line).matches()
                                || KEY.matcher(line).matches())
                .map(line -> FormValidation.error(Messages.PinnedHostKeys_malformed(line)))
                .orElseGet(FormValidation::ok);
    }

    static FormValidation checkKnownHosts(List<String> lines) {
        return first(
                        lines,
                        line -> line.startsWith("#") || KNOWN_HOST.matcher(line).matches())
                .map(line -> FormValidation.error(Messages.HadesConfiguration_malformedKnownHost(line)))
                .orElseGet(FormValidation::ok);
    }

    private static Optional<String> first(List<String> lines, java.util.function.Predicate<String> wellFormed) {
        return lines.stream().filter(wellFormed.negate()).findFirst();
    }
}
