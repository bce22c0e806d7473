package io.jenkins.plugins.hades.config.schema;

import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The values of one map of a file, by the keys of its table. */
public final class Values {
    private final Node node;
    private final Map<String, MappingEntries.Entry> entries;
    private final KeyPath path;
    private final Problems problems;

    Values(Node node, Map<String, MappingEntries.Entry> entries, KeyPath path, Problems problems) {
        this.node = node;
        this.entries = entries;
        this.path = path;
        this.problems = problems;
    }

    /** The key's value, or what holds where it is missing or wrong (which is then reported). */
    public <T> T get(Key<T> key) {
        MappingEntries.Entry entry = entries.get(key.name());
        if (entry == null) {
            return key.fallback();
        }
        return key.form().read(entry.value(), path.child(key.name()), problems).orElse(key.fallback());
    }

    /** The key's text as it stands in the file; empty where it does not, or is no single value. */
    Optional<String> text(Key<?> key) {
        return Optional.ofNullable(entries.get(key.name()))
                .map(MappingEntries.Entry::value)
                .filter(ScalarNode.class::isInstance)
                .map(value -> ((ScalarNode) value).getValue());
    }

    /** Whether the key stands in the file. */
    public boolean has(Key<?> key) {
        return entries.containsKey(key.name());
    }

    /** Reports something that is wrong with a key that stands in the file, or with the map if it does not. */
    public void wrong(Key<?> key, String found, String expected) {
        MappingEntries.Entry entry = entries.get(key.name());
        problems.add(entry == null ? node : entry.key(), path.child(key.name()), found, expected);
    }

    /** Reports something that is wrong with the map as a whole. */
    public void wrong(String found, String expected) {
        problems.add(node, path, found, expected);
    }

    /** Where the map stands. */
    public KeyPath path() {
        return path;
    }
}
