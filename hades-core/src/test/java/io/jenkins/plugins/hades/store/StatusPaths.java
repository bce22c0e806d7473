package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.model.EnvironmentStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Shortest ways through the machine of statuses. */
final class StatusPaths {
    private StatusPaths() {}

    /** The transitions that bring a new environment to this status. */
    static List<EnvironmentStatus> to(EnvironmentStatus status) {
        Map<EnvironmentStatus, List<EnvironmentStatus>> paths = new EnumMap<>(EnvironmentStatus.class);
        paths.put(EnvironmentStatus.DEFINED, List.of());
        Deque<EnvironmentStatus> queue = new ArrayDeque<>(List.of(EnvironmentStatus.DEFINED));
        while (!paths.containsKey(status)) {
            EnvironmentStatus from = queue.remove();
            for (EnvironmentStatus next : from.next()) {
                if (!paths.containsKey(next)) {
                    paths.put(
                            next,
                            Stream.concat(paths.get(from).stream(), Stream.of(next))
                                    .toList());
                    queue.add(next);
                }
            }
        }
        return paths.get(status);
    }
}
