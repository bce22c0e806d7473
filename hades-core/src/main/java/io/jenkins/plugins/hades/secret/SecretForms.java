package io.jenkins.plugins.hades.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The texts by which a secret may be recognised: as it is, in base64 wherever in a longer text it was encoded, encoded for a URL, and as a
 * string of JSON or of a shell. Of a secret with several lines, each line of some length counts too. Line ends are left out, as whoever looks for
 * these texts passes over them.
 */
final class SecretForms {
    /** Secrets shorter than this are found everywhere by accident. */
    static final int SHORTEST = 4;
    /** A line of a secret shorter than this says little of it: a brace, a word. */
    private static final int SHORTEST_LINE = 8;

    /** What the ways to encode for a URL leave as it is, beside letters and digits. */
    private static final Set<String> LEFT_IN_URLS = Set.of(".-*_", "-_.!~*'()", "-_.~", "-_.!~*'();/?:@&=+$,#", "");

    private final Set<String> forms = new LinkedHashSet<>();

    private SecretForms() {}

    /** The forms of a secret of at least {@link #SHORTEST} characters. */
    static Set<String> of(String secret) {
        SecretForms found = new SecretForms();
        String core = secret.strip();
        found.add(core);
        secret.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE)
                .forEach(found::add);
        found.base64(core.getBytes(StandardCharsets.UTF_8));
        LEFT_IN_URLS.forEach(left -> found.url(core, left));
        found.add(json(core, false));
        found.add(json(core, true));
        found.add(core.replace("'", "'\\''"));
        return found.forms;
    }

    private void add(String form) {
        String text = form.replace("\r", "").replace("\n", "");
        if (text.length() >= SHORTEST) {
            forms.add(text);
        }
    }

    /**
     * Three bytes become four characters, so what stands before the secret decides where in a group it begins. Of each beginning, the
     * characters that depend on the secret alone are a form; and so are they with the end of the encoded text after them, be it the
     * secret's or a line end's.
     */
    private void base64(byte[] secret) {
        for (int before = 0; before < 3; before++) {
            byte[] text = new byte[before + secret.length];
            System.arraycopy(secret, 0, text, before, secret.length);
            byte[] line = new byte[text.length + 1];
            System.arraycopy(text, 0, line, 0, text.length);
            line[text.length] = '\n';
            int from = before == 0 ? 0 : before + 1;
            int whole = text.length * 8 / 6;
            for (Base64.Encoder encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
                String encoded = encoder.encodeToString(text);
                add(encoded.substring(from, whole));
                add(encoded.substring(from));
                add(encoder.withoutPadding().encodeToString(text).substring(from));
                add(encoder.encodeToString(line).substring(from));
            }
        }
    }

    private void url(String secret, String left) {
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (byte octet : secret.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain = left.indexOf(character) >= 0 || (!left.isEmpty() && letterOrDigit(character));
            String hex = HexFormat.of().toHexDigits(octet);
            upper.append(plain ? character : "%" + hex.toUpperCase(Locale.ROOT));
            lower.append(plain ? character : "%" + hex);
        }
        add(upper.toString());
        add(lower.toString());
        add(upper.toString().replace("%20", "+"));
        add(lower.toString().replace("%20", "+"));
    }

    private static boolean letterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    private static String json(String secret, boolean ascii) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < secret.length(); index++) {
            char character = secret.charAt(index);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (character < ' ' || (ascii && character > '~')) {
                        text.append("\\u").append(HexFormat.of().toHexDigits(character));
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        return text.toString();
    }
}
