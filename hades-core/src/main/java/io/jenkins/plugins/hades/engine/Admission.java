package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.EnvironmentConfig;
import io.jenkins.plugins.hades.config.ProjectConfig;
import io.jenkins.plugins.hades.config.ProjectConfigs;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.GitRefs;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.store.Store;
import java.util.Optional;

/** Decides by a project's trusted config whether an environment admits the job of a branch. */
final class Admission {
    private final Store store;
    private final Directory directory;
    private final Servers servers;
    private final Sources sources;

    Admission(Store store, Directory directory, Servers servers, Sources sources) {
        this.store = store;
        this.directory = directory;
        this.servers = servers;
        this.sources = sources;
    }

    /** Refuses unless the environment's settings admit the branch. */
    static void check(EnvironmentConfig settings, String environment, String branch) {
        if (!settings.admits(branch)) {
            throw new HadesException(
                    ErrorKind.FORBIDDEN,
                    "Using environment " + environment + " from the job of branch " + branch,
                    "the environment admits only " + settings.branches(),
                    "Add the branch to the environment's \"branches\" in the config of the default branch");
        }
    }

    /** Refuses unless a push of this reference still deploys the environment. */
    static void checkPush(EnvironmentConfig settings, String environment, String ref) {
        if (!settings.deploysOnPush(ref)) {
            throw new HadesException(
                    ErrorKind.FORBIDDEN,
                    "Deploying environment " + environment + " for a push of " + GitRefs.label(ref),
                    "its config no longer says that such a push deploys it",
                    "Look at \"deploy-on-push\" in the config of the default branch");
        }
    }

    /** Refuses unless the trusted config of now admits the branch; fetches it where it stands in the repository. */
    void check(Environment environment, String branch, Optional<String> config, OperationContext context)
            throws InterruptedException {
        Project project = store.projects().find(environment.projectId()).orElseThrow();
        ProjectConfig trusted = trusted(project, environment, config, context);
        EnvironmentConfig settings =
                trusted.environments().getOrDefault(environment.name(), EnvironmentConfig.ofDefaults());
        check(settings, environment.name(), branch);
    }

    private ProjectConfig trusted(
            Project project, Environment environment, Optional<String> config, OperationContext context)
            throws InterruptedException {
        ProjectDefinition definition = directory.definition(project);
        if (definition.config().isPresent()) {
            return ProjectConfigs.parse(
                    ProjectConfigs.HADES_YML, definition.config().get());
        }
        Optional<GitSource> git = definition.git();
        if (git.isEmpty()) {
            return ProjectConfig.ofDefaults();
        }
        RemoteHost server = servers.builder(server(project, environment, definition), project.name());
        String commit = sources.fetch(project.id(), git.get(), Optional.empty(), server, context)
                .trustedCommit();
        return ProjectConfigs.locate(config, path -> sources.read(project.id(), commit, path, server, context))
                .config();
    }

    private String server(Project project, Environment environment, ProjectDefinition definition) {
        return definition
                .environments()
                .getOrDefault(environment.name(), ServerChoice.NONE)
                .or(definition.servers())
                .build()
                .or(() -> store.releases()
                        .find(environment.id(), environment.release())
                        .map(Release::buildServer))
                .orElseGet(() -> servers.anyFor(project.name(), ServerRole.BUILD));
    }
}
