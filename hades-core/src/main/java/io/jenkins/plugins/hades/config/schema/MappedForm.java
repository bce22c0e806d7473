package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** A form whose value is made into something else. */
record MappedForm<T, U>(Form<T> form, Function<? super T, ? extends U> made) implements Form<U> {
    @Override
    public Optional<U> read(Node node, KeyPath path, Problems problems) {
        return form.read(node, path, problems).map(made);
    }

    @Override
    public ObjectNode schema() {
        return form.schema();
    }

    @Override
    public String expected() {
        return form.expected();
    }
}
