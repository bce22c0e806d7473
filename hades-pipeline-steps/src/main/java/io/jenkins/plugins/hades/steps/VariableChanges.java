package io.jenkins.plugins.hades.steps;

import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.Variable;
import io.jenkins.plugins.hades.model.VariableChange;
import io.jenkins.plugins.hades.store.VariableStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes the application's variables of an environment. A variable that exists keeps its phases; a new one is given to what runs. */
final class VariableChanges {
    private final VariableStore store;
    private final UUID environment;
    private final Map<String, Variable> known = new LinkedHashMap<>();
    private final List<VariableChange> changes = new ArrayList<>();
    private final boolean build;

    /**
     * @param build whether the variables are given to the build too
     */
    VariableChanges(VariableStore store, UUID environment, boolean build) {
        this.store = store;
        this.environment = environment;
        this.build = build;
        store.list(environment).stream()
                .filter(variable -> variable.scope() == Scope.APP)
                .forEach(variable -> known.put(variable.name(), variable));
    }

    /** Gives a public variable this value; nothing changes if it has it. */
    void assign(String name, String value) {
        Set<Phase> phases = phases(name);
        boolean same = Optional.ofNullable(known.get(name))
                .filter(variable -> !variable.secret() && variable.value().equals(value))
                .filter(variable -> variable.phases().equals(phases))
                .isPresent();
        if (!same) {
            changes.add(new VariableChange.Assign(name, Scope.APP, phases, false, value));
        }
    }

    /** Gives a secret variable this value. */
    void assignSecret(String name, String value) {
        changes.add(new VariableChange.Assign(name, Scope.APP, phases(name), true, value));
    }

    /** Removes a variable; nothing changes if there is none. */
    void unset(String name) {
        if (known.containsKey(name)) {
            changes.add(new VariableChange.Unset(name, Scope.APP));
        }
    }

    /** Makes all changes at once, and gives the names that changed. */
    List<String> apply(String actor) {
        if (!changes.isEmpty()) {
            store.change(environment, changes, actor);
        }
        return changes.stream().map(VariableChange::name).toList();
    }

    private Set<Phase> phases(String name) {
        if (build) {
            return Set.of(Phase.BUILD, Phase.RUN);
        }
        return Optional.ofNullable(known.get(name)).map(Variable::phases).orElse(Set.of(Phase.RUN));
    }
}
