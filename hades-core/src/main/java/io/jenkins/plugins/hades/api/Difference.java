package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What differs from one release to another of the same environment.
 *
 * @param from the number of the one
 * @param to the number of the other
 * @param revision their sources: the commits between the one and the other are what differs
 * @param artifact their artifacts
 * @param settings whether the target's settings differ
 * @param deployServer the servers they run on
 * @param variables those that differ, by scope and name
 */
record Difference(
        int from,
        int to,
        Sides<Revision> revision,
        Sides<Artifact> artifact,
        boolean settings,
        Sides<String> deployServer,
        List<Changed> variables) {
    Difference {
        variables = List.copyOf(variables);
    }

    /**
     * The two of something.
     *
     * @param same whether they are equal
     */
    record Sides<T>(boolean same, T from, T to) {
        private static <T> Sides<T> of(T from, T to) {
            return new Sides<>(from.equals(to), from, to);
        }
    }

    /** How a variable differs. */
    enum Change {
        /** Only the later release has it. */
        ADDED,
        /** Only the earlier release has it. */
        REMOVED,
        /** Both have it, with another value, of another kind, or at other times. */
        CHANGED
    }

    /**
     * A variable that differs.
     *
     * @param from what it was; the value is empty if it is secret
     * @param to what it becomes; the value is empty if it is secret
     */
    record Changed(String name, Scope scope, Change change, Optional<Side> from, Optional<Side> to) {}

    /** A variable as one release has it. */
    record Side(int version, boolean secret, Set<Phase> phases, String value) {
        private static Side of(Variable variable) {
            return new Side(variable.version(), variable.secret(), variable.phases(), variable.value());
        }

        /** A secret that was set anew counts as another, as nobody is told whether it is. */
        private boolean sameAs(Side other) {
            return secret == other.secret
                    && phases.equals(other.phases)
                    && (secret ? version == other.version : value.equals(other.value));
        }
    }

    /** What differs between two releases, whose variables these are. */
    static Difference between(Release from, List<Variable> before, Release to, List<Variable> after) {
        return new Difference(
                from.number(),
                to.number(),
                Sides.of(from.revision(), to.revision()),
                Sides.of(from.artifact(), to.artifact()),
                !from.settings().equals(to.settings()),
                Sides.of(from.deployServer(), to.deployServer()),
                changed(sides(before), sides(after)));
    }

    private static List<Changed> changed(Map<String, Variable> before, Map<String, Variable> after) {
        Map<String, Variable> all = new TreeMap<>(before);
        all.putAll(after);
        List<Changed> changed = new ArrayList<>();
        all.forEach((key, variable) -> {
            Optional<Side> from = Optional.ofNullable(before.get(key)).map(Side::of);
            Optional<Side> to = Optional.ofNullable(after.get(key)).map(Side::of);
            if (from.isEmpty() || to.isEmpty() || !from.get().sameAs(to.get())) {
                Change change = from.isEmpty() ? Change.ADDED : to.isEmpty() ? Change.REMOVED : Change.CHANGED;
                changed.add(new Changed(variable.name(), variable.scope(), change, from, to));
            }
        });
        return changed;
    }

    private static Map<String, Variable> sides(List<Variable> variables) {
        Map<String, Variable> sides = new TreeMap<>();
        variables.forEach(variable -> sides.put(variable.scope() + "." + variable.name(), variable));
        return sides;
    }
}
