package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as an editor shows it to a JSON Schema: by the core schema of YAML 1.2, merges carried out. */
public final class EditorYaml {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, JsonNode> WORDS = Map.of(
            "true", JSON.booleanNode(true),
            "false", JSON.booleanNode(false),
            "null", JSON.nullNode(),
            "~", JSON.nullNode(),
            "", JSON.nullNode());

    private EditorYaml() {}

    /** The document as JSON; an empty one is a map without keys. */
    public static JsonNode json(String yaml) {
        Node root = new Yaml().compose(new StringReader(yaml));
        return root == null ? JSON.objectNode() : json(root);
    }

    private static JsonNode json(Node node) {
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item)));
            return array;
        }
        return node instanceof MappingNode mapping ? object(mapping) : scalar((ScalarNode) node);
    }

    private static ObjectNode object(MappingNode mapping) {
        ObjectNode object = JSON.objectNode();
        ObjectNode merged = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (key.equals("<<")) {
                JsonNode other = json(tuple.getValueNode());
                (other.isArray() ? other : JSON.arrayNode().add(other)).forEach(one -> one.properties()
                        .forEach(entry -> merged.putIfAbsent(entry.getKey(), entry.getValue())));
            } else {
                object.set(key, json(tuple.getValueNode()));
            }
        }
        merged.properties().forEach(entry -> object.putIfAbsent(entry.getKey(), entry.getValue()));
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return JSON.textNode(value);
        }
        JsonNode word = WORDS.get(value);
        if (word != null) {
            return word;
        }
        if (value.matches("[-+]?[0-9]+")) {
            return JSON.numberNode(Long.parseLong(value));
        }
        return value.matches("[-+]?([0-9]+\\.[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")
                ? JSON.numberNode(new BigDecimal(value))
                : JSON.textNode(value);
    }
}
