package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.store.Store;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who needs which server: environments that run or are built there, operations that name it, projects whose settings choose it, servers that are reached
 * through it. As it was when this was made.
 */
public final class ServerUsers {
    private final Map<String, TreeSet<String>> users = new HashMap<>();
    private final Map<UUID, Project> projects;
    private final Map<UUID, Environment> environments;

    private ServerUsers(Store store) {
        projects = store.projects().list().stream().collect(Collectors.toMap(Project::id, Function.identity()));
        environments =
                store.environments().list().stream().collect(Collectors.toMap(Environment::id, Function.identity()));
    }

    /** Looks at everything. Blocks on the store. */
    public static ServerUsers of(Engine engine) {
        ServerUsers users = new ServerUsers(engine.store());
        Collection<UUID> ids = users.environments.keySet();
        engine.store().releases().current(ids).forEach(users::release);
        engine.store().operations().open().forEach(users::operation);
        engine.directory().servers().forEach(users::jump);
        users.projects.values().forEach(project -> users.settings(engine.directory(), project));
        return users;
    }

    /** What needs a server, in words, sorted. */
    public Collection<String> of(String server) {
        return users.getOrDefault(server, new TreeSet<>());
    }

    private void release(Release release) {
        String environment = name(release.environmentId());
        add(Optional.of(release.deployServer()), environment + " runs on it");
        add(Optional.of(release.buildServer()), environment + " is built on it");
    }

    private void operation(Operation operation) {
        String user = "operation " + operation.id() + " of " + name(operation.environmentId());
        add(operation.request().buildServer(), user);
        add(operation.request().deployServer(), user);
    }

    private void jump(ServerSpec server) {
        add(server.jump().map(ServerSpec::name), "server " + server.name() + " is reached through it");
    }

    private void settings(Directory directory, Project project) {
        try {
            ProjectDefinition definition = directory.definition(project);
            choice(definition.servers(), "project " + project.name());
            definition
                    .environments()
                    .forEach((environment, choice) -> choice(choice, project.name() + " / " + environment));
        } catch (HadesException e) {
            return; // What is not configured any more, or not rightly, chooses nothing.
        }
    }

    private void choice(ServerChoice choice, String user) {
        add(choice.build(), user + " is configured to be built on it");
        add(choice.deploy(), user + " is configured to run on it");
    }

    private String name(UUID environment) {
        return Optional.ofNullable(environments.get(environment))
                .map(found -> Optional.ofNullable(projects.get(found.projectId()))
                                .map(Project::name)
                                .orElse("")
                        + " / " + found.name())
                .orElse("an environment that is gone");
    }

    private void add(Optional<String> server, String user) {
        server.ifPresent(
                name -> users.computeIfAbsent(name, any -> new TreeSet<>()).add(user));
    }
}
