package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.error.Nearest;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A single value: read from the text as it stands in the file, so {@code 1.10} stays what it is.
 *
 * @param <T> what is read
 */
final class ScalarForm<T> implements Form<T> {
    private final String expected;
    private final Set<ScalarKind> kinds;
    private final Supplier<ObjectNode> schema;
    private final Function<String, Optional<T>> parser;
    private final Collection<String> known;

    /**
     * @param expected what a person is told to write
     * @param kinds what the scalar may be
     * @param schema the form as JSON Schema
     * @param parser makes the value of the text; empty if the text is not of this form
     */
    ScalarForm(
            String expected, Set<ScalarKind> kinds, Supplier<ObjectNode> schema, Function<String, Optional<T>> parser) {
        this(expected, kinds, schema, parser, List.of());
    }

    private ScalarForm(
            String expected,
            Set<ScalarKind> kinds,
            Supplier<ObjectNode> schema,
            Function<String, Optional<T>> parser,
            Collection<String> known) {
        this.expected = expected;
        this.kinds = EnumSet.copyOf(kinds);
        this.schema = schema;
        this.parser = parser;
        this.known = List.copyOf(known);
    }

    /** The same form, suggesting one of these texts when something else is found. */
    ScalarForm<T> suggesting(Collection<String> texts) {
        return new ScalarForm<>(expected, kinds, schema, parser, texts);
    }

    @Override
    public Optional<T> read(Node node, KeyPath path, Problems problems) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(node, path, "this is " + Nodes.shown(node), expected);
            return Optional.empty();
        }
        ScalarKind kind = ScalarKind.of(scalar);
        if (kind == ScalarKind.NOTHING) {
            problems.add(node, path, "nothing stands here", expected);
            return Optional.empty();
        }
        String value = scalar.getValue();
        if (!kinds.contains(kind)) {
            boolean quotable = kinds.contains(ScalarKind.TEXT);
            problems.add(
                    node,
                    path,
                    Shown.quoted(value) + " is " + kind.shown(),
                    expected + (quotable ? " (in quotation marks it is a text)" : ""),
                    Nearest.of(value, known));
            return Optional.empty();
        }
        Optional<T> read = parser.apply(value);
        if (read.isEmpty()) {
            problems.add(node, path, Shown.quoted(value) + " is not allowed", expected, Nearest.of(value, known));
        }
        return read;
    }

    @Override
    public ObjectNode schema() {
        return schema.get();
    }

    @Override
    public String expected() {
        return expected;
    }

    /** A JSON Schema of this type. */
    static ObjectNode ofType(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /** A JSON Schema that allows either. */
    static ObjectNode anyOf(JsonNode... either) {
        ObjectNode any = JsonNodeFactory.instance.objectNode();
        for (JsonNode one : either) {
            any.withArray("anyOf").add(one);
        }
        return any;
    }
}
