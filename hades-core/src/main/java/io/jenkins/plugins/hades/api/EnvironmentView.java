package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.PushRule;
import io.jenkins.plugins.hades.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Environments as resources, with what a request wants beside them; asked of the store for all of them at once. */
final class EnvironmentView {
    private final Store store;
    private final Resources resources;
    private final Inclusion included;

    EnvironmentView(Store store, Resources resources, Inclusion included) {
        this.store = store;
        this.resources = resources;
        this.included = included;
    }

    /** The resources of these environments. */
    List<ObjectNode> of(List<Environment> environments) {
        List<UUID> ids = environments.stream().map(Environment::id).toList();
        if (included.wants("project")) {
            projects(environments);
        }
        if (included.wants("release")) {
            store.releases().current(ids).forEach(release -> included.add(resources.release(release)));
        }
        List<ObjectNode> nodes = nodes(environments, ids);
        Map<UUID, PushRule> rules = store.pushes().rules(ids);
        for (int i = 0; i < nodes.size(); i++) {
            Resources.deployedBy(nodes.get(i), Optional.ofNullable(rules.get(ids.get(i))));
        }
        return nodes;
    }

    private List<ObjectNode> nodes(List<Environment> environments, List<UUID> ids) {
        if (!included.wants("operation")) {
            return environments.stream().map(resources::environment).toList();
        }
        Map<UUID, Operation> last = store.operations().last(ids);
        last.values().forEach(operation -> included.add(resources.operation(operation)));
        return environments.stream()
                .map(environment -> resources.environment(environment, Optional.ofNullable(last.get(environment.id()))))
                .toList();
    }

    private void projects(List<Environment> environments) {
        Set<UUID> wanted = environments.stream().map(Environment::projectId).collect(Collectors.toSet());
        store.projects().list().stream()
                .filter(project -> wanted.contains(project.id()))
                .forEach(project -> included.add(resources.project(project)));
    }
}
