package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The forms that values of configuration files have. */
public final class Forms {
    private static final Set<ScalarKind> TEXT = EnumSet.of(ScalarKind.TEXT);
    private static final Set<ScalarKind> ANY =
            EnumSet.of(ScalarKind.TEXT, ScalarKind.BOOLEAN, ScalarKind.INTEGER, ScalarKind.DECIMAL);
    private static final Set<ScalarKind> WHOLE = EnumSet.of(ScalarKind.INTEGER);

    private Forms() {}

    /** Any text, taken as it stands: {@code 1.10} and {@code yes} need no quotation marks. */
    public static Form<String> text() {
        return new ScalarForm<>(
                "a text",
                ANY,
                () -> {
                    ObjectNode schema = ScalarForm.ofType("string");
                    schema.putArray("type").add("string").add("number").add("boolean");
                    return schema;
                },
                Optional::of);
    }

    /**
     * A text of a certain form.
     *
     * @param expected what a person is told to write
     * @param pattern a regular expression of the whole text, anchored, that JSON Schema understands too; it must say all that is
     *     checked
     */
    public static Form<String> text(String expected, String pattern) {
        return text(expected, pattern, Optional::of);
    }

    /**
     * A text that is made into something.
     *
     * @param expected what a person is told to write
     * @param pattern a regular expression of the whole text, anchored, that JSON Schema understands too
     * @param made makes the value; empty if the text is not allowed for a reason that the pattern cannot say
     */
    public static <T> Form<T> text(String expected, String pattern, Function<String, Optional<T>> made) {
        Pattern compiled = Pattern.compile(pattern);
        return new ScalarForm<>(
                expected,
                TEXT,
                () -> ScalarForm.ofType("string").put("pattern", pattern),
                text -> compiled.matcher(text).matches() ? made.apply(text) : Optional.empty());
    }

    /** A name of these. */
    public static Form<String> name(Names names) {
        return text(names.expected(), names.pattern());
    }

    /** {@code true} or {@code false}. */
    public static Form<Boolean> truth() {
        return new ScalarForm<>(
                "true or false",
                EnumSet.of(ScalarKind.BOOLEAN),
                () -> ScalarForm.ofType("boolean"),
                text -> Optional.of(text.equalsIgnoreCase("true")));
    }

    /** {@code true}, and nothing else. */
    public static Form<Boolean> yes() {
        return new ScalarForm<>(
                "true",
                EnumSet.of(ScalarKind.BOOLEAN),
                () -> ScalarForm.ofType("boolean").put("const", true),
                text -> Optional.of(true).filter(yes -> text.equalsIgnoreCase("true")));
    }

    /** A whole number within bounds. */
    public static Form<Integer> whole(String what, int least, int most) {
        return new ScalarForm<>(
                what + " from " + least + " to " + most,
                WHOLE,
                () -> ScalarForm.ofType("integer").put("minimum", least).put("maximum", most),
                text -> integer(text).filter(number -> number >= least && number <= most));
    }

    /** A port. */
    public static Form<Integer> port() {
        return whole("a port", 1, 65535);
    }

    /** A number above zero, such as {@code 0.5}. */
    public static Form<Double> positive(String what, int most) {
        return new ScalarForm<>(
                what + " above 0 and up to " + most,
                EnumSet.of(ScalarKind.INTEGER, ScalarKind.DECIMAL),
                () -> ScalarForm.ofType("number").put("exclusiveMinimum", 0).put("maximum", most),
                text -> decimal(text).filter(number -> number > 0 && number <= most));
    }

    /** A time: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code 1h30m}. */
    public static Form<Duration> duration(Duration least, Duration most) {
        return text(
                "a time from " + Times.shown(least) + " to " + Times.shown(most) + ", such as 30s, 5m or 1h30m",
                Times.PATTERN,
                text -> Times.read(text).filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0));
    }

    /** A size in bytes: {@code 64k}, {@code 512m}, {@code 1g}, in powers of 1024. */
    public static Form<Long> size(long least, long most) {
        return text(
                "a size from " + Sizes.shown(least) + " to " + Sizes.shown(most) + ", such as 512m or 1g",
                Sizes.PATTERN,
                text -> Sizes.read(text).filter(size -> size >= least && size <= most));
    }

    /** One of several words, each with its meaning. */
    public static <T> Form<T> choice(Map<String, T> words) {
        Map<String, T> ordered = new LinkedHashMap<>(words);
        return new ScalarForm<T>(
                        "one of " + String.join(", ", ordered.keySet()),
                        TEXT,
                        () -> {
                            ObjectNode schema = ScalarForm.ofType("string");
                            ArrayNode allowed = schema.putArray("enum");
                            ordered.keySet().forEach(allowed::add);
                            return schema;
                        },
                        text -> Optional.ofNullable(ordered.get(text)))
                .suggesting(ordered.keySet());
    }

    /** A list. */
    public static <T> Form<List<T>> list(Form<T> item) {
        return new ListForm<>(item, 0);
    }

    /** A list that is not empty. */
    public static <T> Form<List<T>> filledList(Form<T> item) {
        return new ListForm<>(item, 1);
    }

    /** A single value or a list. */
    public static <T> Form<List<T>> oneOrMore(Form<T> item) {
        return either(item.map(List::of), list(item));
    }

    /** A single value, or a list that is not empty. */
    public static <T> Form<List<T>> oneOrFilled(Form<T> item) {
        return either(item.map(List::of), filledList(item));
    }

    /** A map from names that the user chooses. */
    public static <T> Form<Map<String, T>> map(Names names, Form<T> value) {
        return new MapForm<>(names, value, (name, read) -> read);
    }

    /** A map from names that the user chooses, giving something made of each name and its value. */
    public static <V, T> Form<Map<String, T>> map(Names names, Form<V> value, BiFunction<String, V, T> made) {
        return new MapForm<>(names, value, made);
    }

    /** A short form that is a single value, and a long one that is a list or a map. */
    public static <T> Form<T> either(Form<T> shorter, Form<T> longer) {
        return new UnionForm<>(node -> node instanceof ScalarNode && !ScalarKind.isNothing(node), shorter, longer);
    }

    /** A list, or a map. */
    public static <T> Form<T> listOrMap(Form<T> list, Form<T> map) {
        return new UnionForm<>(SequenceNode.class::isInstance, list, map);
    }

    /** A whole number, or a text. */
    public static <T> Form<T> numberOrText(Form<T> number, Form<T> text) {
        return new UnionForm<>(node -> isOf(ScalarKind.INTEGER, node), number, text);
    }

    /** {@code true}, which stands for this value, or something else. */
    public static <T> Form<T> yesOr(T meaning, Form<T> other) {
        return new UnionForm<>(node -> isOf(ScalarKind.BOOLEAN, node), yes().map(yes -> meaning), other);
    }

    private static boolean isOf(ScalarKind kind, Node node) {
        return node instanceof ScalarNode scalar && ScalarKind.of(scalar) == kind;
    }

    private static Optional<Integer> integer(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty(); // Hexadecimal, octal, or too large: the caller says what is expected.
        }
    }

    private static Optional<Double> decimal(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty(); // Hexadecimal or octal: the caller says what is expected.
        }
    }
}
