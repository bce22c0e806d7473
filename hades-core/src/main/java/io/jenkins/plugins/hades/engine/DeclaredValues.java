package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.DeclaredVariable;
import io.jenkins.plugins.hades.config.EffectiveConfig;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.store.VariableValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins what a config says of variables with the values that the environment set. */
final class DeclaredValues {
    private final EffectiveConfig config;
    private final Map<String, VariableValue> own = new LinkedHashMap<>();

    /** @param values the environment's own values */
    DeclaredValues(EffectiveConfig config, List<VariableValue> values) {
        this.config = config;
        values.stream().filter(value -> value.scope() == Scope.APP).forEach(value -> own.put(value.name(), value));
    }

    /** @throws HadesException of kind {@code BAD_INPUT} when a required variable has no value, or a secret one is public */
    void require(String environment) {
        Map<String, String> given = config.environment().variables();
        List<String> missing = config.variables().stream()
                .filter(DeclaredVariable::required)
                .filter(declared -> declared.value().isEmpty())
                .map(DeclaredVariable::name)
                .filter(name -> !own.containsKey(name) && !given.containsKey(name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Collecting the variables of environment " + environment,
                    "the project requires a value of " + String.join(", ", missing),
                    "Set it: hades env set " + arguments(missing.get(0)));
        }
        List<String> open = config.variables().stream()
                .filter(DeclaredVariable::secret)
                .map(DeclaredVariable::name)
                .filter(name -> own.containsKey(name) && !own.get(name).secret())
                .sorted()
                .toList();
        if (!open.isEmpty()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Collecting the variables of environment " + environment,
                    "the project says that " + String.join(", ", open)
                            + " must be secret, but it was set as a public one",
                    "Set it again with --secret");
        }
    }

    private String arguments(String name) {
        boolean secret =
                config.variables().stream().anyMatch(variable -> variable.name().equals(name) && variable.secret());
        if (!secret) {
            return name + "=…";
        }
        return (declared(name, Phase.BUILD) ? "--secret --build " : "--secret ") + name;
    }

    /**
     * The values of the build phase, the environment's own over those of the config. A public value reaches the build also when only the config says that
     * the variable belongs to it; a secret only when it was set for it.
     */
    List<VariableValue> build(Map<String, String> builtIn) {
        Map<String, VariableValue> values = new LinkedHashMap<>();
        builtIn.forEach((name, value) -> values.put(name, fromConfig(name, value, Phase.BUILD)));
        fromConfig(Phase.BUILD).forEach((name, value) -> values.put(name, fromConfig(name, value, Phase.BUILD)));
        own.values().stream()
                .filter(value -> value.phases().contains(Phase.BUILD)
                        || (!value.secret() && declared(value.name(), Phase.BUILD)))
                .forEach(value -> values.put(value.name(), value));
        return List.copyOf(values.values());
    }

    private boolean declared(String name, Phase phase) {
        return config.variables().stream()
                .anyMatch(variable ->
                        variable.name().equals(name) && variable.phases().contains(phase));
    }

    /** The values that the config gives in this phase. */
    Map<String, String> fromConfig(Phase phase) {
        Map<String, String> values = config.variables().stream()
                .filter(declared ->
                        declared.phases().contains(phase) && declared.value().isPresent())
                .collect(Collectors.toMap(
                        DeclaredVariable::name,
                        declared -> declared.value().get(),
                        (first, second) -> second,
                        LinkedHashMap::new));
        values.putAll(config.environment().variables());
        return values;
    }

    private static VariableValue fromConfig(String name, String value, Phase phase) {
        return new VariableValue(name, Scope.APP, Set.of(phase), false, 0, value);
    }
}
