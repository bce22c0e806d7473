package io.jenkins.plugins.hades.config.schema;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * What a scalar is by the core schema of YAML 1.2, which editors go by: {@code no} and {@code 22:22} are texts there, not the
 * truth value and the number that YAML 1.1 takes them for.
 */
enum ScalarKind {
    TEXT("a text"),
    NOTHING("nothing"),
    BOOLEAN("a truth value"),
    INTEGER("a number"),
    DECIMAL("a number");

    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FRACTION = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private final String shown;

    ScalarKind(String shown) {
        this.shown = shown;
    }

    /** What a person calls it. */
    String shown() {
        return shown;
    }

    /** What this scalar is. */
    static ScalarKind of(ScalarNode scalar) {
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return TEXT;
        }
        String value = scalar.getValue();
        if (NULL.matcher(value).matches()) {
            return NOTHING;
        }
        if (TRUTH.matcher(value).matches()) {
            return BOOLEAN;
        }
        if (WHOLE.matcher(value).matches()) {
            return INTEGER;
        }
        return FRACTION.matcher(value).matches() ? DECIMAL : TEXT;
    }

    /** Whether nothing stands there. */
    static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && of(scalar) == NOTHING;
    }
}
