package io.jenkins.plugins.hades.controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a controller logged.
 *
 * @param entries each with the lines that belong to it, as those of a stack trace
 */
record ControllerLog(List<String> entries) {
    /** "2026-01-31 12:00:00.000+0000 [id=1]	INFO	…". */
    private static final Pattern HEAD = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*");

    static ControllerLog read(Path file) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (entries.isEmpty() || HEAD.matcher(line).matches()) {
                entries.add(line);
            } else {
                entries.set(entries.size() - 1, entries.get(entries.size() - 1) + "\n" + line);
            }
        }
        return new ControllerLog(List.copyOf(entries));
    }

    /** What came after the first entries. */
    ControllerLog after(int count) {
        return new ControllerLog(entries.subList(count, entries.size()));
    }

    /** Warnings and errors that Hades logged, or that came of something that Hades did. */
    List<String> warningsOfHades() {
        return entries.stream()
                .filter(entry -> entry.contains("\tWARNING\t") || entry.contains("\tSEVERE\t"))
                .filter(entry -> entry.contains("plugins.hades") || entry.contains("Hades"))
                .toList();
    }
}
