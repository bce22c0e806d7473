package io.jenkins.plugins.hades.target;

import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.store.VariableValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An environment as the records know it, to be told to run this or that.
 *
 * @param project its project
 * @param id its id
 * @param name its name
 * @param served the release that served last
 * @param server the server that it runs on
 */
public record Trial(Project project, UUID id, String name, int served, RemoteHost server) {
    /** A new environment of a new project. */
    public static Trial on(RemoteHost server) {
        UUID id = UUID.randomUUID();
        return new Trial(
                new Project(UUID.randomUUID(), "trial-" + id.toString().substring(0, 8)), id, "production", 0, server);
    }

    /** Another environment of the same project. */
    public Trial beside(String otherName) {
        return new Trial(project, UUID.randomUUID(), otherName, 0, server);
    }

    /** The same environment, after this release has served. */
    public Trial having(int release) {
        return new Trial(project, id, name, release, server);
    }

    /** The same environment, reached in another way. */
    public Trial through(RemoteHost host) {
        return new Trial(project, id, name, served, host);
    }

    /** The same environment of a project that was given another name. */
    public Trial renamed(String projectName) {
        return new Trial(new Project(project.id(), projectName), id, name, served, server);
    }

    /** What it is to run. */
    public RunPlan plan(int release, Artifact artifact, RunSettings settings, VariableValue... variables) {
        Environment environment = new Environment(
                id,
                project.id(),
                name,
                EnvironmentStatus.UPDATE_PENDING,
                Optional.empty(),
                "",
                served,
                Instant.parse("2026-01-01T00:00:00Z"),
                "");
        return new RunPlan(
                project, environment, release, artifact, "abc123", settings.toJson(), List.of(variables), server);
    }

    /** A public variable of the run phase. */
    public static VariableValue variable(String name, String value) {
        return new VariableValue(name, Scope.APP, Set.of(Phase.RUN), false, 1, value);
    }

    /** A secret variable of the run phase. */
    public static VariableValue secret(String name, String value) {
        return new VariableValue(name, Scope.APP, Set.of(Phase.RUN), true, 1, value);
    }
}
