package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The projects that a request is about and that its caller may see.
 *
 * @param projects by their ids
 * @param all whether these are all projects that there are
 */
record Visible(Map<UUID, Project> projects, boolean all) {
    /** A filter by the project. */
    static final Parameter FILTER = Parameter.filter("project", "The project's id or name");

    /** Those that the caller may see, and that {@code filter[project]} names if it is given. */
    static Visible of(Exchange exchange, Store store) {
        List<Project> all = store.projects().list();
        Optional<String> wanted = exchange.parameter(FILTER.name());
        Map<UUID, Project> seen = all.stream()
                .filter(project -> wanted.isEmpty() || named(project, wanted.get()))
                .filter(project -> exchange.rights().sees(project.id()))
                .collect(Collectors.toMap(Project::id, Function.identity()));
        return new Visible(seen, seen.size() == all.size());
    }

    /** The ids of the projects, as a limit; empty where there is none, as all may be seen. */
    Optional<Set<UUID>> limit() {
        return all ? Optional.empty() : Optional.of(projects.keySet());
    }

    /** Whether an id or a name is this project's. */
    static boolean named(Project project, String text) {
        return project.name().equals(text) || project.id().toString().equals(text);
    }
}
