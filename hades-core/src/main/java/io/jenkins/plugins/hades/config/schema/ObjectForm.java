package io.jenkins.plugins.hades.config.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.error.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A map with known keys: the table of a part of a file. A subclass declares each key in a field of its own, by one of the methods
 * below, and makes its value in {@link #make}. Keys that begin with {@code x-} are ignored, so that anchors can be kept there.
 *
 * @param <T> what is read
 */
public abstract class ObjectForm<T> implements Form<T> {
    private static final String IGNORED = "x-";
    private static final String TRUSTED =
            " Trusted: counts only from the default branch, or where it was entered in Hades.";

    private final String what;
    private final List<Key<?>> keys = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    /** @param what what the map describes, for messages: {@code "the settings of a build"} */
    protected ObjectForm(String what) {
        this.what = what;
    }

    /** Makes the value of the keys; each key must be asked for. May report more problems. */
    protected abstract T make(Values values);

    /** Declares a key with a default, given as YAML. */
    protected final <V> Key<V> key(String name, Form<V> form, String yaml, String description) {
        return added(new Key<>(name, form, Defaults.read(name, form, yaml), yaml, description, false, false));
    }

    /** Declares a key without a default. */
    protected final <V> Key<Optional<V>> optional(String name, Form<V> form, String description) {
        return added(new Key<>(name, form.map(Optional::of), Optional.empty(), "", description, false, false));
    }

    /** Declares a key that must be there; {@code instead} stands in for it while further problems are looked for. */
    protected final <V> Key<V> required(String name, Form<V> form, V instead, String description) {
        return added(new Key<>(name, form, instead, "", description, false, true));
    }

    /** Says that what was declared counts only from a trusted place. */
    protected final <V> Key<V> trusted(Key<V> key) {
        Key<V> trusted = new Key<>(
                key.name(), key.form(), key.fallback(), key.shownDefault(), key.description(), true, key.required());
        keys.set(keys.indexOf(key), trusted);
        return trusted;
    }

    /** Says that beside this key the others have no meaning. */
    protected final void excludes(Key<?> key, Key<?>... others) {
        rules.add(new Rule.Excludes(key, List.of(others)));
    }

    /** Says that where this key is true the others have no meaning. */
    protected final void excludesWhereTrue(Key<Boolean> key, Key<?>... others) {
        rules.add(new Rule.TrueExcludes(key, List.of(others)));
    }

    /** Says that where this key is one of these words another must be there. */
    protected final void needsWhere(Key<?> key, List<String> words, Key<?> needed) {
        rules.add(new Rule.WordNeeds(key, List.copyOf(words), needed));
    }

    /** Says that exactly one of these keys must be there. */
    protected final void exactlyOne(Key<?>... either) {
        rules.add(new Rule.OneOf(List.of(either), true));
    }

    /** Says that at most one of these keys may be there. */
    protected final void atMostOne(Key<?>... either) {
        rules.add(new Rule.OneOf(List.of(either), false));
    }

    /** Says that at least one of these keys must be there. */
    protected final void someOf(Key<?>... keys) {
        rules.add(new Rule.SomeOf(List.of(keys)));
    }

    /** The keys of the table, in the order of their declaration. */
    public final List<Key<?>> keys() {
        return List.copyOf(keys);
    }

    @Override
    public final Optional<T> read(Node node, KeyPath path, Problems problems) {
        return MappingEntries.of(node, path, expected(), problems).map(entries -> {
            Values values = new Values(node, entries, path, problems);
            refuseUnknown(entries, path, problems);
            for (Key<?> key : keys) {
                if (key.required() && !values.has(key)) {
                    values.wrong(
                            "the key \"" + key.name() + "\" is missing",
                            key.form().expected());
                }
            }
            rules.forEach(rule -> rule.check(values));
            return make(values);
        });
    }

    private void refuseUnknown(Map<String, MappingEntries.Entry> entries, KeyPath path, Problems problems) {
        List<String> names = keys.stream().map(Key::name).toList();
        entries.forEach((name, entry) -> {
            if (!names.contains(name) && !name.startsWith(IGNORED)) {
                problems.add(
                        entry.key(),
                        path.child(name),
                        "there is no such key",
                        "one of " + String.join(", ", names),
                        Nearest.of(name, names).or(() -> problems.elsewhere(name)));
            }
        });
    }

    @Override
    public final ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("type").add("object").add("null");
        ObjectNode properties = schema.putObject("properties");
        for (Key<?> key : keys) {
            ObjectNode property = key.form().schema();
            property.put("description", key.description() + (key.trusted() ? TRUSTED : ""));
            if (!key.shownDefault().isEmpty()) {
                property.set("default", Defaults.json(key.shownDefault()));
            }
            properties.set(key.name(), property);
            if (key.required()) {
                schema.withArray("required").add(key.name());
            }
        }
        schema.putObject("patternProperties").putObject("^" + IGNORED);
        schema.put("additionalProperties", false);
        if (keys.stream().anyMatch(Key::required) || rules.stream().anyMatch(Rule::needsKeys)) {
            schema.put("type", "object");
        }
        rules.forEach(rule -> rule.describe(schema));
        return schema;
    }

    @Override
    public final String expected() {
        return what + ": a map with keys among " + keys.stream().map(Key::name).collect(Collectors.joining(", "));
    }

    private <V> Key<V> added(Key<V> key) {
        keys.add(key);
        return key;
    }
}
