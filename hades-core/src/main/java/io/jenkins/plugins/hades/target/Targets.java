package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of targets that there are. Immutable. */
public final class Targets {
    private final Map<String, Target> byKind = new LinkedHashMap<>();

    /** @param targets one of each kind */
    public Targets(List<Target> targets) {
        for (Target target : targets) {
            if (byKind.put(target.kind(), target) != null) {
                throw new IllegalArgumentException("two targets are of the kind " + target.kind());
            }
        }
    }

    /** The words for the kinds, in the order in which they were given. */
    public Set<String> kinds() {
        return Collections.unmodifiableSet(byKind.keySet());
    }

    /**
     * The target of this kind.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when there is none, naming those that there are
     */
    public Target get(String kind) {
        Target target = byKind.get(kind);
        if (target == null) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Choosing the target of an environment",
                    "there is no target of the kind \"" + kind + "\"",
                    "Use one of " + String.join(", ", byKind.keySet()));
        }
        return target;
    }
}
