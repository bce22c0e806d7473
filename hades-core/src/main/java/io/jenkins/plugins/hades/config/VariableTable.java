package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Form;
import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.Names;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Values;
import io.jenkins.plugins.hades.model.Phase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of a variable in {@code variables}; its name is the key above them. */
final class VariableTable extends ObjectForm<DeclaredVariable> {
    private static final String UNNAMED = "";

    private final Key<List<Phase>> phases = key(
            "phases",
            Forms.oneOrFilled(words()),
            "[run]",
            "When the variable is given: build (to the ARG of that name in the Dockerfile), run (to the container), or both.");
    private final Key<Boolean> required =
            key("required", Forms.truth(), "false", "Whether an environment without a value cannot be deployed.");
    private final Key<Boolean> secret = key(
            "secret",
            Forms.truth(),
            "false",
            "Whether the value must be kept as a secret: sealed, masked in logs, and given to a build as a BuildKit secret only.");
    private final Key<Optional<String>> value =
            optional("value", Forms.text(), "The value where the environment sets none. A secret has none here.");
    private final Key<String> description =
            key("description", Forms.text(), "''", "What the variable is for, for people.");

    VariableTable() {
        super("a variable");
        excludesWhereTrue(secret, value);
    }

    /** All variables: a list of names, each then required at run time, or a map from names to their settings or values. */
    static Form<List<DeclaredVariable>> all() {
        Form<DeclaredVariable> entry = Forms.either(Forms.text().map(VariableTable::ofValue), new VariableTable());
        return Forms.listOrMap(
                Forms.list(Forms.name(Names.VARIABLES).map(VariableTable::ofName)),
                Forms.map(Names.VARIABLES, entry, VariableTable::named).map(map -> List.copyOf(map.values())));
    }

    @Override
    protected DeclaredVariable make(Values values) {
        return new DeclaredVariable(
                UNNAMED,
                Set.copyOf(values.get(phases)),
                values.get(required),
                values.get(secret),
                values.get(value),
                values.get(description));
    }

    private static DeclaredVariable ofName(String name) {
        return new DeclaredVariable(name, Set.of(Phase.RUN), true, false, Optional.empty(), "");
    }

    private static DeclaredVariable ofValue(String value) {
        return new DeclaredVariable(UNNAMED, Set.of(Phase.RUN), false, false, Optional.of(value), "");
    }

    private static DeclaredVariable named(String name, DeclaredVariable variable) {
        return new DeclaredVariable(
                name,
                variable.phases(),
                variable.required(),
                variable.secret(),
                variable.value(),
                variable.description());
    }

    private static Form<Phase> words() {
        Map<String, Phase> words = new LinkedHashMap<>();
        words.put("build", Phase.BUILD);
        words.put("run", Phase.RUN);
        return Forms.choice(words);
    }
}
