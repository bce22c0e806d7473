package io.jenkins.plugins.hades.image.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a Dockerfile says of its inputs. Reading one never fails: what is wrong with it is told by the builder.
 *
 * @param arguments the names of all arguments that are declared, in whatever stage
 * @param defaults the values of the arguments that are declared before the first stage and have one, in the order of the file
 * @param stages the stages in the order of the file
 */
public record Dockerfile(Set<String> arguments, Map<String, String> defaults, List<Stage> stages) {
    private static final String NO_BASE = "scratch";

    public Dockerfile {
        arguments = Set.copyOf(arguments);
        defaults = Map.copyOf(defaults);
        stages = List.copyOf(stages);
    }

    /** Reads the text of a Dockerfile. */
    public static Dockerfile parse(String text) {
        Instructions.Parsed parsed = Instructions.of(text);
        Set<String> arguments = new TreeSet<>();
        Map<String, String> defaults = new TreeMap<>();
        List<StageReader> stages = new ArrayList<>();
        for (Instruction instruction : parsed.instructions()) {
            switch (instruction.name()) {
                case "ARG" -> {
                    boolean global = stages.isEmpty();
                    declared(instruction, parsed.escape()).forEach((name, value) -> {
                        arguments.add(name);
                        if (global) {
                            value.flatMap(word -> Substitution.in(word, defaults))
                                    .ifPresent(known -> defaults.put(name, known));
                        }
                    });
                }
                case "FROM" -> stages.add(StageReader.from(instruction, stages.size(), parsed.escape()));
                default -> {
                    if (!stages.isEmpty()) {
                        stages.get(stages.size() - 1).add(instruction);
                    }
                }
            }
        }
        return new Dockerfile(
                arguments, defaults, stages.stream().map(StageReader::finish).toList());
    }

    private static Map<String, Optional<String>> declared(Instruction instruction, char escape) {
        Map<String, Optional<String>> names = new LinkedHashMap<>();
        for (String word : Words.raw(instruction.rest(), escape)) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                names.put(Words.unquoted(word, escape), Optional.empty());
            } else {
                names.put(word.substring(0, equals), Optional.of(Words.unquoted(word.substring(equals + 1), escape)));
            }
        }
        return names;
    }

    /** The stage of this name or number; the last one when none is given. */
    public Optional<Stage> stage(Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
        }
        return find(wanted.get(), stages.size());
    }

    private Optional<Stage> find(String wanted, int before) {
        String name = wanted.toLowerCase(Locale.ROOT);
        for (int i = Math.min(before, stages.size()) - 1; i >= 0; i--) {
            if (stages.get(i).name().filter(name::equals).isPresent()) {
                return Optional.of(stages.get(i));
            }
        }
        if (wanted.matches("\\d{1,4}") && Integer.parseInt(wanted) < before) {
            return Optional.of(stages.get(Integer.parseInt(wanted)));
        }
        return Optional.empty();
    }

    /** The given stages and all that they begin, copy or mount from. */
    public Set<Stage> needed(List<Stage> wanted) {
        Set<Stage> needed = new LinkedHashSet<>();
        Deque<Stage> open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            Stage stage = open.remove();
            if (needed.add(stage)) {
                find(stage.base(), stage.index())
                        .filter(base -> !isNumber(stage.base()))
                        .ifPresent(open::add);
                stage.sources().forEach(source -> find(source, stage.index()).ifPresent(open::add));
            }
        }
        return needed;
    }

    /**
     * The images from outside that the given stages need.
     *
     * @param given values of arguments that replace the defaults
     * @return names as an engine understands them; a name that cannot be made out here is left out
     */
    public Set<String> images(Set<Stage> needed, Map<String, String> given) {
        Map<String, String> values = new HashMap<>(defaults);
        given.forEach((name, value) -> {
            if (arguments.contains(name)) {
                values.put(name, value);
            }
        });
        Set<String> images = new TreeSet<>();
        for (Stage stage : needed) {
            if (find(stage.base(), stage.index()).isEmpty() || isNumber(stage.base())) {
                Substitution.in(stage.base(), values).ifPresent(images::add);
            }
            stage.sources().stream()
                    .filter(source -> find(source, stage.index()).isEmpty())
                    .forEach(source -> Substitution.in(source, values).ifPresent(images::add));
        }
        images.removeIf(image -> image.isBlank() || image.equalsIgnoreCase(NO_BASE));
        return images;
    }

    private static boolean isNumber(String base) {
        return base.matches("\\d+");
    }

    /** The names of the stages, for messages. */
    public List<String> stageNames() {
        return stages.stream().flatMap(stage -> stage.name().stream()).toList();
    }
}
