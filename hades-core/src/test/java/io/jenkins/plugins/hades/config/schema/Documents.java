package io.jenkins.plugins.hades.config.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The references in {@code docs}: their tables of keys and their examples. */
public final class Documents {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^ *```(\\w+)\\n(.*?)^ *```$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|(.*)\\|$");

    private Documents() {}

    /** A file of {@code docs}. */
    public static Path file(String name) {
        return DOCS.resolve(name);
    }

    /** Its text. */
    public static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its examples in this language. */
    public static List<String> examples(String name, String language) {
        List<String> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(text(name));
        while (example.find()) {
            if (example.group(1).equals(language)) {
                examples.add(example.group(2));
            }
        }
        return examples;
    }

    /** The rows of its tables by key: the cells behind the key. */
    public static Map<String, List<String>> rows(String name) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Matcher row = ROW.matcher(text(name));
        while (row.find()) {
            List<String> cells = new ArrayList<>();
            for (String cell : row.group(2).split("\\|", -1)) {
                cells.add(cell.strip());
            }
            if (rows.put(row.group(1), cells) != null) {
                throw new IllegalStateException("two rows of " + row.group(1));
            }
        }
        return rows;
    }
}
