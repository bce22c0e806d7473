package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.secret.Masker;
import io.jenkins.plugins.hades.store.VariableValue;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The variables that a release gets when it runs. */
public final class RunVariables {
    private RunVariables() {}

    /** Names and values for the application: those of the config, over which those of the environment win. Sorted by name. */
    public static Map<String, String> of(RunPlan plan, RunSettings settings) {
        Map<String, String> all = new TreeMap<>(settings.variables());
        plan.variables().stream()
                .filter(variable ->
                        variable.scope() == Scope.APP && variable.phases().contains(Phase.RUN))
                .forEach(variable -> all.put(variable.name(), variable.value()));
        return all;
    }

    /** A text, of several lines perhaps, in which the release's secrets are made unreadable, also in their encoded forms. */
    public static String mask(RunPlan plan, String text) {
        Masker masker = new Masker();
        plan.variables().stream()
                .filter(VariableValue::secret)
                .map(VariableValue::value)
                .forEach(masker::add);
        return masker.mask(text).lines().map(masker::mask).collect(Collectors.joining("\n"));
    }
}
