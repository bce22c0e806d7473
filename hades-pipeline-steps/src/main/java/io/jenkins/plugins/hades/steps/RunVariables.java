package io.jenkins.plugins.hades.steps;

import hudson.util.Secret;
import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.store.VariableValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The variables that an environment's container gets: those that its config gave with the current release, and its own of now over them. */
final class RunVariables {
    private final Map<String, String> open = new LinkedHashMap<>();
    private final Map<String, Secret> secret = new LinkedHashMap<>();

    private RunVariables() {}

    /** Reads them. Blocks on the store. */
    static RunVariables of(StepEnvironment place) {
        Store store = place.engine().store();
        UUID id = place.environment().id();
        RunVariables variables = new RunVariables();
        store.releases()
                .find(id, place.environment().release())
                .ifPresent(release -> variables.open.putAll(
                        RunSettings.fromJson(release.settings()).variables()));
        store.variables().values(id).stream()
                .filter(value -> value.scope() == Scope.APP && value.phases().contains(Phase.RUN))
                .forEach(variables::put);
        return variables;
    }

    private void put(VariableValue value) {
        if (value.secret()) {
            open.remove(value.name());
            secret.put(value.name(), Secret.fromString(value.value()));
        } else {
            open.put(value.name(), value.value());
        }
    }

    /** Gives them to the environment of a body. */
    VariablesExpander expander() {
        return new VariablesExpander(open, secret);
    }

    /** Masks the values of the secret ones. */
    MaskingDecorator masking() {
        return new MaskingDecorator(List.copyOf(secret.values()));
    }
}
