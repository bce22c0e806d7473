package io.jenkins.plugins.hades.image.dockerfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects what one stage's instructions name. */
final class StageReader {
    private final char escape;
    private final int index;
    private final Optional<String> name;
    private final String base;
    private final List<String> sources = new ArrayList<>();
    private final Set<String> secrets = new TreeSet<>();

    private StageReader(char escape, int index, String base, Optional<String> name) {
        this.escape = escape;
        this.index = index;
        this.base = base;
        this.name = name;
    }

    /** Begins a stage at its {@code FROM}. */
    static StageReader from(Instruction instruction, int index, char escape) {
        List<String> words = Words.raw(instruction.rest(), escape).stream()
                .filter(word -> !word.startsWith("--"))
                .map(word -> Words.unquoted(word, escape))
                .toList();
        String base = words.isEmpty() ? "" : words.get(0);
        boolean named = words.size() >= 3 && words.get(1).equalsIgnoreCase("AS");
        return new StageReader(
                escape, index, base, named ? Optional.of(words.get(2).toLowerCase(Locale.ROOT)) : Optional.empty());
    }

    void add(Instruction instruction) {
        for (String word : Words.raw(instruction.rest(), escape)) {
            if (!word.startsWith("--")) {
                break;
            }
            String flag = Words.unquoted(word, escape);
            switch (instruction.name()) {
                case "COPY", "ADD" -> addSource(flag);
                case "RUN" -> addMount(flag);
                default -> {
                    return;
                }
            }
        }
    }

    private void addSource(String flag) {
        if (flag.startsWith("--from=")) {
            sources.add(flag.substring("--from=".length()));
        }
    }

    private void addMount(String flag) {
        if (!flag.startsWith("--mount=")) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : flag.substring("--mount=".length()).split(",", -1)) {
            int equals = field.indexOf('=');
            String key = equals < 0 ? field : field.substring(0, equals);
            fields.putIfAbsent(key.strip().toLowerCase(Locale.ROOT), equals < 0 ? "" : field.substring(equals + 1));
        }
        if (fields.containsKey("from")) {
            sources.add(fields.get("from"));
        }
        if ("secret".equals(fields.get("type"))) {
            secrets.add(secretId(fields));
        }
    }

    /** The secret's id; without one, the last part of the path that it is mounted at. */
    private static String secretId(Map<String, String> fields) {
        for (String key : List.of("id", "target", "dst", "destination")) {
            String value = fields.getOrDefault(key, "");
            if (!value.isEmpty()) {
                return value.substring(value.lastIndexOf('/') + 1);
            }
        }
        return "";
    }

    Stage finish() {
        return new Stage(index, name, base, sources, secrets);
    }
}
