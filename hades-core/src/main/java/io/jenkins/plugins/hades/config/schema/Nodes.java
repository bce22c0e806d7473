package io.jenkins.plugins.hades.config.schema;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What nodes are called in messages. */
final class Nodes {
    private Nodes() {}

    /** What a person calls such a node. */
    static String shown(Node node) {
        if (node instanceof MappingNode) {
            return "a map of keys";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return ScalarKind.isNothing(node) ? "empty" : "a single value";
    }
}
