package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A list whose items are all of one form; nothing at all counts as an empty list.
 *
 * @param least how many items there must be
 */
record ListForm<T>(Form<T> item, int least) implements Form<List<T>> {
    private static final int MOST = 1000;

    @Override
    public Optional<List<T>> read(Node node, KeyPath path, Problems problems) {
        if (ScalarKind.isNothing(node) && least == 0) {
            return Optional.of(List.of());
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(node, path, "this is " + Nodes.shown(node), expected());
            return Optional.empty();
        }
        if (sequence.getValue().size() > MOST) {
            problems.add(node, path, "the list has " + sequence.getValue().size() + " items", "at most " + MOST);
            return Optional.empty();
        }
        if (sequence.getValue().size() < least) {
            problems.add(node, path, "the list is empty", expected());
            return Optional.empty();
        }
        List<T> items = new ArrayList<>();
        for (Node one : sequence.getValue()) {
            item.read(one, path.item(items.size()), problems).ifPresent(items::add);
        }
        return Optional.of(List.copyOf(items));
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("maxItems", MOST);
        if (least > 0) {
            schema.put("type", "array").put("minItems", least);
        } else {
            schema.putArray("type").add("array").add("null");
        }
        schema.set("items", item.schema());
        return schema;
    }

    @Override
    public String expected() {
        return (least > 0 ? "a list that is not empty, each item " : "a list, each item ") + item.expected();
    }
}
