package io.jenkins.plugins.hades.ssh.hostkey;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One line of a known_hosts file.
 *
 * @param number its number in the file, from 1
 * @param mark what is special about it
 * @param hosts the hosts that it speaks of
 * @param type the key's type
 * @param key the key as SSH sends it, in base64
 */
record KnownHostsLine(int number, Mark mark, HostPatterns hosts, String type, String key) {
    /** What the first word of a line can say. */
    enum Mark {
        /** The key is the host's. */
        NONE,
        /** The key must not be accepted. */
        REVOKED,
        /** The key signs the keys of hosts; such certificates are not asked for. */
        AUTHORITY
    }

    /** The line, unless it is empty, a comment, or damaged: OpenSSH passes over damaged lines as well. */
    static Optional<KnownHostsLine> parse(int number, String text) {
        List<String> words = List.of(text.strip().split("[ \t]+", -1));
        if (text.isBlank() || words.get(0).startsWith("#")) {
            return Optional.empty();
        }
        Mark mark =
                switch (words.get(0)) {
                    case "@revoked" -> Mark.REVOKED;
                    case "@cert-authority" -> Mark.AUTHORITY;
                    default -> Mark.NONE;
                };
        if (mark == Mark.NONE && words.get(0).startsWith("@")) {
            return Optional.empty();
        }
        int first = mark == Mark.NONE ? 0 : 1;
        if (words.size() < first + 3) {
            return Optional.empty();
        }
        try {
            String key = Base64.getEncoder().encodeToString(Base64.getDecoder().decode(words.get(first + 2)));
            HostPatterns hosts = HostPatterns.parse(words.get(first));
            return Optional.of(new KnownHostsLine(number, mark, hosts, words.get(first + 1), key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
