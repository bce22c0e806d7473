package io.jenkins.plugins.hades.config.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The entries of a map, in their order, with merged ones ({@code <<: *anchor}) taken in where the map itself says nothing. */
final class MappingEntries {
    /** An entry: its key and value as they stand in the file. */
    record Entry(ScalarNode key, Node value) {}

    private MappingEntries() {}

    /** The entries by key; empty if the node is no map, which is then reported. Nothing at all counts as a map without entries. */
    static Optional<Map<String, Entry>> of(Node node, KeyPath path, String expected, Problems problems) {
        if (ScalarKind.isNothing(node)) {
            return Optional.of(Map.of());
        }
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, path, "this is " + Nodes.shown(node), expected);
            return Optional.empty();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        gather(mapping, path, problems, entries, 0);
        return Optional.of(entries);
    }

    private static void gather(
            MappingNode mapping, KeyPath path, Problems problems, Map<String, Entry> entries, int depth) {
        if (depth > YamlText.DEEPEST) {
            problems.add(mapping, path, "the maps are merged too deeply", "at most " + YamlText.DEEPEST + " levels");
            return;
        }
        Map<String, Entry> own = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(tuple.getKeyNode(), path, "the key is " + Nodes.shown(tuple.getKeyNode()), "a name");
            } else if (!isMerge(key) && own.putIfAbsent(key.getValue(), new Entry(key, tuple.getValueNode())) != null) {
                problems.add(
                        key,
                        path.child(key.getValue()),
                        "the key stands here twice",
                        "it once; it stood first in line "
                                + (own.get(key.getValue()).key().getStartMark().getLine() + 1));
            }
        }
        own.forEach(entries::putIfAbsent);
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && isMerge(key)) {
                merged(tuple.getValueNode(), path, problems, entries, depth + 1);
            }
        }
    }

    private static void merged(Node value, KeyPath path, Problems problems, Map<String, Entry> entries, int depth) {
        List<Node> sources = value instanceof SequenceNode several ? several.getValue() : List.of(value);
        for (Node source : sources) {
            if (source instanceof MappingNode mapping) {
                gather(mapping, path, problems, entries, depth);
            } else {
                problems.add(source, path.child("<<"), "this is " + Nodes.shown(source), "a map to merge");
            }
        }
    }

    private static boolean isMerge(ScalarNode key) {
        return Tag.MERGE.equals(key.getTag());
    }
}
