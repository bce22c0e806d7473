package io.jenkins.plugins.hades.ssh.hostkey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The first field of a known_hosts line: names with {@code *} and {@code ?}, some negated, or one hashed name. */
sealed interface HostPatterns {
    /** Whether the line speaks of this host; {@code name} is as {@link #name} gives it. */
    boolean match(String name);

    /** How a known_hosts file names a host: with its port only if that is not 22. */
    static String name(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        return port == 22 ? lower : "[" + lower + "]:" + port;
    }

    /** @throws IllegalArgumentException if the field is damaged */
    static HostPatterns parse(String field) {
        if (field.startsWith("|")) {
            String[] parts = field.split("\\|", -1);
            if (parts.length != 4 || !parts[1].equals("1")) {
                throw new IllegalArgumentException("unknown kind of hashed name");
            }
            return new Hashed(
                    Base64.getDecoder().decode(parts[2]), Base64.getDecoder().decode(parts[3]));
        }
        return new Plain(List.of(field.toLowerCase(Locale.ROOT).split(",")));
    }

    /** Names and patterns; a negated one that matches rules out the line. */
    record Plain(List<String> patterns) implements HostPatterns {
        @Override
        public boolean match(String name) {
            boolean found = false;
            for (String pattern : patterns) {
                if (pattern.startsWith("!")) {
                    if (matches(pattern.substring(1), name)) {
                        return false;
                    }
                } else if (matches(pattern, name)) {
                    found = true;
                }
            }
            return found;
        }

        private static boolean matches(String pattern, String name) {
            StringBuilder regex = new StringBuilder();
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                switch (c) {
                    case '*' -> regex.append(".*");
                    case '?' -> regex.append('.');
                    default -> regex.append(Pattern.quote(String.valueOf(c)));
                }
            }
            return name.matches(regex.toString());
        }
    }

    /** One name, of which only the keyed hash is kept. */
    final class Hashed implements HostPatterns {
        private final byte[] salt;
        private final byte[] hash;

        private Hashed(byte[] salt, byte[] hash) {
            this.salt = salt;
            this.hash = hash;
        }

        @Override
        public boolean match(String name) {
            try {
                Mac mac = Mac.getInstance("HmacSHA1");
                mac.init(new SecretKeySpec(salt, "HmacSHA1"));
                return MessageDigest.isEqual(hash, mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java lacks HMAC-SHA1", e);
            }
        }
    }
}
