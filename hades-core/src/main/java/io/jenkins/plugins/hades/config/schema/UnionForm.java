package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Either of two forms.
 *
 * @param isFirst whether a node is meant to be of the first form, going by its kind only
 */
record UnionForm<T>(Predicate<Node> isFirst, Form<T> first, Form<T> second) implements Form<T> {
    @Override
    public Optional<T> read(Node node, KeyPath path, Problems problems) {
        return (isFirst.test(node) ? first : second).read(node, path, problems);
    }

    @Override
    public ObjectNode schema() {
        return ScalarForm.anyOf(first.schema(), second.schema());
    }

    @Override
    public String expected() {
        return first.expected() + ", or " + second.expected();
    }
}
