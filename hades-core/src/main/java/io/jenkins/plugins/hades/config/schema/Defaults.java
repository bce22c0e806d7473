package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Defaults, which the tables give as YAML, so that the reader, the schema and the reference have the same. */
final class Defaults {
    private Defaults() {}

    /** The value of this YAML; a table with a default that its own form refuses is a defect. */
    static <T> T read(String key, Form<T> form, String yaml) {
        Problems problems = new Problems("the default of " + key, List.of());
        return form.read(node(yaml), KeyPath.ROOT.child(key), problems)
                .filter(value -> problems.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the default of " + key + " is not of its form: " + problems.inOrder()));
    }

    /** The same YAML as JSON. */
    static JsonNode json(String yaml) {
        return json(node(yaml));
    }

    private static Node node(String yaml) {
        Problems problems = new Problems("a default", List.of());
        return YamlText.parse(yaml, problems)
                .orElseThrow(() -> new IllegalArgumentException("no YAML: " + yaml + " " + problems.inOrder()));
    }

    private static JsonNode json(Node node) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = json.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        if (node instanceof MappingNode mapping) {
            ObjectNode object = json.objectNode();
            mapping.getValue()
                    .forEach(tuple ->
                            object.set(((ScalarNode) tuple.getKeyNode()).getValue(), json(tuple.getValueNode())));
            return object;
        }
        ScalarNode scalar = (ScalarNode) node;
        return switch (ScalarKind.of(scalar)) {
            case TEXT -> json.textNode(scalar.getValue());
            case NOTHING -> json.nullNode();
            case BOOLEAN -> json.booleanNode(Boolean.parseBoolean(scalar.getValue()));
            case INTEGER -> json.numberNode(Long.parseLong(scalar.getValue()));
            case DECIMAL -> json.numberNode(Double.parseDouble(scalar.getValue()));
        };
    }
}
