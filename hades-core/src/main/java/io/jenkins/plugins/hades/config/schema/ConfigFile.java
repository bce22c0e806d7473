package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A kind of configuration file: its table of keys, and where it is described. Thread-safe.
 *
 * @param <T> what such a file is read to
 */
public final class ConfigFile<T> {
    private final ObjectForm<T> table;
    private final String title;
    private final String reference;

    /**
     * @param table the keys
     * @param title what such a file is, for the schema
     * @param reference where its keys are described
     */
    public ConfigFile(ObjectForm<T> table, String title, String reference) {
        this.table = table;
        this.title = title;
        this.reference = reference;
    }

    /**
     * Reads such a file; one without content is read as if no key stood in it.
     *
     * @param name the file's name as the user knows it, for messages
     * @throws ConfigException with everything that is wrong in it
     */
    public T read(String name, String text) {
        Problems problems =
                new Problems(name, keys().stream().map(KeyList.Row::path).toList());
        Optional<Node> root = YamlText.parse(text, problems);
        Optional<T> read = problems.isEmpty()
                ? table.read(root.orElseGet(ConfigFile::empty), KeyPath.ROOT, problems)
                : Optional.empty();
        if (!problems.isEmpty()) {
            throw new ConfigException(name, problems.inOrder(), reference);
        }
        return read.orElseThrow();
    }

    /** All keys of such a file. */
    public List<KeyList.Row> keys() {
        return KeyList.of(table);
    }

    /** The file's form as JSON Schema, draft 2020-12. */
    public ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.setAll(table.schema());
        return schema;
    }

    private static Node empty() {
        return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
    }
}
