package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.model.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Grants of the tests, kept in memory. */
final class BedGrants implements ProjectGrants {
    private final Map<String, Grant> grants = new TreeMap<>();

    @Override
    public Granted of(Project project) {
        List<Grant> here = grants.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(project.id().toString()))
                .map(Map.Entry::getValue)
                .toList();
        return new Granted(true, "", here, List.of("role developers"));
    }

    @Override
    public void change(Project project, Change change) {
        String key = project.id() + " " + change.kind() + " " + change.sid();
        if (change.level() == Level.NONE) {
            grants.remove(key);
        } else {
            grants.put(key, new Grant(change.sid(), change.kind(), change.level(), Optional.of("lacks Overall/Read")));
        }
    }
}
