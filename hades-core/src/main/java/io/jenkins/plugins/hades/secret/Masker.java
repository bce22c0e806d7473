package io.jenkins.plugins.hades.secret;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Makes secrets unreadable in text: as they are, in base64 (whatever was encoded together with them, in both alphabets), encoded for a URL
 * (in capital or small hexadecimal digits), and as strings of JSON or of a shell; also where line ends were put into them, and each longer line
 * of those that have several. Secrets of less than {@value SecretForms#SHORTEST} characters would be found in half of all words: they
 * are made unreadable only where nothing else stands in the line. Space around a secret is no part of it.
 *
 * <p>Thread-safe. What is added counts for all that is masked afterwards, by streams that exist as well.
 */
public final class Masker {
    /** What is shown in place of a secret. */
    public static final String MASK = "****";

    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<String> wholeLines = new LinkedHashSet<>();
    private Automaton automaton = new Automaton(Set.of());
    private boolean changed;

    /** Makes a secret unreadable from now on; an empty or blank one is none. */
    public synchronized void add(String secret) {
        String core = secret.strip();
        if (core.length() >= SecretForms.SHORTEST) {
            changed |= texts.addAll(SecretForms.of(secret));
        } else if (!core.isEmpty()) {
            wholeLines.add(core);
        }
    }

    /** Makes all of these unreadable. */
    public void addAll(Collection<String> secrets) {
        secrets.forEach(this::add);
    }

    /** A text of its own with its secrets masked. */
    public String mask(String text) {
        return stream().line(text);
    }

    /** For a text that comes line by line, or in pieces of any size. */
    public MaskingStream stream() {
        return new MaskingStream(this);
    }

    /** The machine that finds all that was added so far. */
    synchronized Automaton automaton() {
        if (changed) {
            automaton = new Automaton(texts);
            changed = false;
        }
        return automaton;
    }

    /** Whether a line is a short secret and nothing else. */
    synchronized boolean isSecret(String line) {
        return !wholeLines.isEmpty() && wholeLines.contains(line.strip());
    }
}
