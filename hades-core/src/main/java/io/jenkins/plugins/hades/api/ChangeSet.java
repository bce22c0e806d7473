package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.model.Names;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.VariableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes of variables that are made together or not at all.
 *
 * @param set new values
 * @param unset names of what is removed
 * @param scope the scope of what is removed
 */
record ChangeSet(List<Value> set, List<String> unset, Optional<Scope> scope) {
    ChangeSet {
        set = set == null ? List.of() : List.copyOf(set);
        unset = unset == null ? List.of() : List.copyOf(unset);
    }

    /** The changes, each checked. */
    List<VariableChange> changes() {
        List<VariableChange> changes = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            changes.add(set.get(i).change("/set/" + i));
        }
        unset.forEach(name -> changes.add(new VariableChange.Unset(name, scope.orElse(Scope.APP))));
        return changes;
    }

    /**
     * A new value.
     *
     * @param phases when it is given; while the project runs if nothing is said
     */
    record Value(String name, String value, boolean secret, Optional<Scope> scope, Optional<Set<Phase>> phases) {
        private VariableChange change(String pointer) {
            Exchange.required(name, pointer + "/name");
            Exchange.at(pointer + "/name", () -> Names.variable(name));
            Exchange.required(value, pointer + "/value");
            Set<Phase> given = phases.orElse(Set.of(Phase.RUN));
            if (given.isEmpty()) {
                throw RequestProblem.pointer(pointer + "/phases", "it is given at no time");
            }
            return new VariableChange.Assign(name, scope.orElse(Scope.APP), given, secret, value);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
