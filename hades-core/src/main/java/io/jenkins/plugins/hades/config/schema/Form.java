package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A form that a value of a file may have: it reads the value and describes itself. Thread-safe and free of state.
 *
 * @param <T> what is read
 */
public interface Form<T> {
    /** The value; empty if it is not of this form, which is then reported. */
    Optional<T> read(Node node, KeyPath path, Problems problems);

    /** The form as JSON Schema (draft 2020-12); a new object at each call. */
    ObjectNode schema();

    /** What a person is told to write: {@code "a port from 1 to 65535"}. */
    String expected();

    /** The same form, giving something made of the value; what is made must not fail. */
    default <U> Form<U> map(Function<? super T, ? extends U> made) {
        return new MappedForm<>(this, made);
    }
}
