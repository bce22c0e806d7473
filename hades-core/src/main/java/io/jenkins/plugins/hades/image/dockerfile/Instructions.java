package io.jenkins.plugins.hades.image.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a Dockerfile apart into its instructions: comments, continued lines, the escape directive and here-documents. */
final class Instructions {
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([A-Za-z][A-Za-z0-9]*)\\s*=\\s*(.+?)\\s*");
    private static final Pattern HERE_DOCUMENT = Pattern.compile("\\d*<<(-?)([^<]+)");
    private static final Set<String> WITH_HERE_DOCUMENTS = Set.of("RUN", "COPY", "ADD");

    private final List<String> lines;
    private final char escape;
    private final List<Instruction> found = new ArrayList<>();
    private int next;

    private Instructions(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.lines = unmarked.lines().toList();
        this.escape = escapeOf(lines);
    }

    /** The instructions of a Dockerfile, and the character that continues its lines. */
    static Parsed of(String text) {
        Instructions instructions = new Instructions(text);
        instructions.read();
        return new Parsed(List.copyOf(instructions.found), instructions.escape);
    }

    record Parsed(List<Instruction> instructions, char escape) {}

    /** Directives stand before everything else, each on a line of its own. */
    private static char escapeOf(List<String> lines) {
        for (String line : lines) {
            Matcher directive = DIRECTIVE.matcher(line.strip());
            if (!directive.matches()) {
                break;
            }
            if (directive.group(1).equalsIgnoreCase("escape")) {
                return directive.group(2).equals("`") ? '`' : '\\';
            }
        }
        return '\\';
    }

    private void read() {
        while (next < lines.size()) {
            int first = next;
            String whole = readContinued();
            if (!whole.isBlank()) {
                add(whole.strip(), first + 1);
            }
        }
    }

    /** One line and those that continue it; comments and empty lines between them are left out, as Docker does. */
    private String readContinued() {
        StringBuilder whole = new StringBuilder();
        boolean continued = true;
        boolean begun = false;
        while (continued && next < lines.size()) {
            String line = lines.get(next++);
            if (isComment(line) || (begun && line.isBlank())) {
                continued = begun;
                continue;
            }
            String trimmed = line.stripTrailing();
            continued = !trimmed.isEmpty() && trimmed.charAt(trimmed.length() - 1) == escape;
            whole.append(continued ? trimmed.substring(0, trimmed.length() - 1) : line);
            begun = true;
        }
        return whole.toString();
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("#");
    }

    private void add(String whole, int line) {
        String[] parts = whole.split("\\s+", 2);
        String name = parts[0].toUpperCase(Locale.ROOT);
        String rest = parts.length > 1 ? parts[1].strip() : "";
        String affected = name.equals("ONBUILD") ? rest.split("\\s+", 2)[0].toUpperCase(Locale.ROOT) : name;
        if (WITH_HERE_DOCUMENTS.contains(affected)) {
            skipHereDocuments(rest);
        }
        found.add(new Instruction(name, rest, line));
    }

    private void skipHereDocuments(String rest) {
        Deque<Matcher> documents = new ArrayDeque<>();
        for (String word : Words.raw(rest, escape)) {
            Matcher document = HERE_DOCUMENT.matcher(word);
            if (document.matches()) {
                documents.add(document);
            }
        }
        while (!documents.isEmpty() && next < lines.size()) {
            Matcher document = documents.peek();
            String line = lines.get(next++);
            String body = document.group(1).isEmpty() ? line : line.replaceFirst("^\t+", "");
            if (body.equals(Words.unquoted(document.group(2), escape))) {
                documents.remove();
            }
        }
    }
}
