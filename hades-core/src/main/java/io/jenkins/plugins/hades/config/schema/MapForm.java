package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A map from names that the user chooses to values of one form, in the order of the file; nothing at all counts as an empty map.
 *
 * @param <V> the form of the values
 * @param <T> what is made of a name and its value
 */
final class MapForm<V, T> implements Form<Map<String, T>> {
    private final Names names;
    private final Form<V> value;
    private final BiFunction<String, V, T> made;

    /**
     * @param names which names are allowed
     * @param value the form of the values
     * @param made makes an entry of a name and its value
     */
    MapForm(Names names, Form<V> value, BiFunction<String, V, T> made) {
        this.names = names;
        this.value = value;
        this.made = made;
    }

    @Override
    public Optional<Map<String, T>> read(Node node, KeyPath path, Problems problems) {
        return MappingEntries.of(node, path, expected(), problems).map(entries -> {
            Map<String, T> read = new LinkedHashMap<>();
            entries.forEach((name, entry) -> {
                KeyPath below = path.child(name);
                if (!names.admit(name)) {
                    problems.add(entry.key(), below, Shown.quoted(name) + " is no name for this", names.expected());
                }
                value.read(entry.value(), below, problems).ifPresent(one -> read.put(name, made.apply(name, one)));
            });
            return Collections.unmodifiableMap(read);
        });
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("type").add("object").add("null");
        schema.set("propertyNames", JsonNodeFactory.instance.objectNode().put("pattern", names.pattern()));
        schema.set("additionalProperties", value.schema());
        return schema;
    }

    @Override
    public String expected() {
        return "a map from names (" + names.expected() + ") to " + value.expected();
    }

    /** The form of the values, to describe them. */
    Form<V> value() {
        return value;
    }
}
