package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
            ObjectNode forbidden = JsonNodeFactory.instance.objectNode();
            others.forEach(other -> forbidden.put(other.name(), false));
            schema.withObject("/dependentSchemas").putObject(key.name()).set("properties", forbidden);
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
            ObjectNode rule = schema.withArray("allOf").addObject();
            for (Key<?> key : keys) {
                rule.withArray("oneOf").addObject().putArray("required").add(key.name());
            }
            if (!needed) {
                ObjectNode none = rule.withArray("oneOf").addObject().putObject("not");
                for (Key<?> key : keys) {
                    none.withArray("anyOf").addObject().putArray("required").add(key.name());
                }
            }
        }

        private String names() {
            return keys.stream().map(Key::name).collect(Collectors.joining(", "));
        }
    }
}
