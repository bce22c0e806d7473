package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/** Says which keys of a table go together; checked by the reader and described in the schema. */
sealed interface Rule {
    /** Reports where the values break the rule. */
    void check(Values values);

    /** Writes the rule into the table's JSON Schema. */
    void describe(ObjectNode schema);

    /** Whether a map without any key breaks the rule. */
    boolean needsKeys();

    /** One key makes others meaningless. */
    record Excludes(Key<?> key, List<Key<?>> others) implements Rule {
        @Override
        public boolean needsKeys() {
            return false;
        }

        @Override
        public void check(Values values) {
            if (values.has(key)) {
                others.stream()
                        .filter(values::has)
                        .forEach(other -> values.wrong(
                                other, "it has no meaning beside \"" + key.name() + "\"", "one of the two"));
            }
        }

        @Override
        public void describe(ObjectNode schema) {
            ObjectNode forbidden = schema.withArray("allOf")
                    .addObject()
                    .putObject("dependentSchemas")
                    .putObject(key.name())
                    .putObject("properties");
            others.forEach(other -> forbidden.put(other.name(), false));
        }
    }

    /** One key that is true makes others meaningless. */
    record TrueExcludes(Key<Boolean> key, List<Key<?>> others) implements Rule {
        @Override
        public boolean needsKeys() {
            return false;
        }

        @Override
        public void check(Values values) {
            if (values.get(key)) {
                others.stream()
                        .filter(values::has)
                        .forEach(other -> values.wrong(
                                other, "it has no meaning where \"" + key.name() + "\" is true", "one of the two"));
            }
        }

        @Override
        public void describe(ObjectNode schema) {
            ObjectNode rule = schema.withArray("allOf").addObject();
            ObjectNode condition = rule.putObject("if");
            condition.putObject("properties").putObject(key.name()).put("const", true);
            condition.putArray("required").add(key.name());
            ObjectNode forbidden = rule.putObject("then").putObject("properties");
            others.forEach(other -> forbidden.put(other.name(), false));
        }
    }

    /** One key that is one of these words needs another. */
    record WordNeeds(Key<?> key, List<String> words, Key<?> needed) implements Rule {
        @Override
        public boolean needsKeys() {
            return false;
        }

        @Override
        public void check(Values values) {
            values.text(key).filter(words::contains).ifPresent(word -> {
                if (!values.has(needed)) {
                    values.wrong(
                            key,
                            "\"" + word + "\" has no meaning without \"" + needed.name() + "\"",
                            "\"" + needed.name() + "\" beside it");
                }
            });
        }

        @Override
        public void describe(ObjectNode schema) {
            ObjectNode rule = schema.withArray("allOf").addObject();
            ObjectNode condition = rule.putObject("if");
            ObjectNode word = condition.putObject("properties").putObject(key.name());
            words.forEach(word.putArray("enum")::add);
            condition.putArray("required").add(key.name());
            rule.putObject("then").putArray("required").add(needed.name());
        }
    }

    /** Exactly one of several keys, or at most one, is given. */
    record OneOf(List<Key<?>> keys, boolean needed) implements Rule {
        @Override
        public boolean needsKeys() {
            return needed;
        }

        @Override
        public void check(Values values) {
            List<Key<?>> given = keys.stream().filter(values::has).toList();
            if (given.size() > 1) {
                values.wrong(
                        given.get(1), "it stands beside \"" + given.get(0).name() + "\"", "only one of " + names());
            } else if (given.isEmpty() && needed) {
                values.wrong("one key is missing", "one of " + names());
            }
        }

        @Override
        public void describe(ObjectNode schema) {
            if (needed) {
                ObjectNode rule = schema.withArray("allOf").addObject();
                keys.forEach(key ->
                        rule.withArray("oneOf").addObject().putArray("required").add(key.name()));
            } else {
                keys.forEach(key -> new Excludes(
                                key,
                                keys.stream()
                                        .filter(other -> !other.equals(key))
                                        .toList())
                        .describe(schema));
            }
        }

        private String names() {
            return keys.stream().map(Key::name).collect(Collectors.joining(", "));
        }
    }

    /** At least one of several keys is given. */
    record SomeOf(List<Key<?>> keys) implements Rule {
        @Override
        public boolean needsKeys() {
            return true;
        }

        @Override
        public void check(Values values) {
            if (keys.stream().noneMatch(values::has)) {
                values.wrong(
                        "a key is missing",
                        "one of " + keys.stream().map(Key::name).collect(Collectors.joining(", ")));
            }
        }

        @Override
        public void describe(ObjectNode schema) {
            ObjectNode rule = schema.withArray("allOf").addObject();
            for (Key<?> key : keys) {
                rule.withArray("anyOf").addObject().putArray("required").add(key.name());
            }
        }
    }
}
