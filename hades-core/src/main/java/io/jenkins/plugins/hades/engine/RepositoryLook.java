package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.ProjectConfig;
import io.jenkins.plugins.hades.config.ProjectConfigs;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerRole;
import java.util.Optional;

/** Looks into a project's repository outside of an operation; leaves nothing behind on the build server but the mirror. */
final class RepositoryLook {
    private final Directory directory;
    private final Servers servers;
    private final Sources sources;

    RepositoryLook(Directory directory, Servers servers, Sources sources) {
        this.directory = directory;
        this.servers = servers;
        this.sources = sources;
    }

    /** What a branch or tag is now. Blocks for as long as fetching takes. */
    PushedCommit at(Project project, String ref, OperationContext context) throws InterruptedException {
        ProjectDefinition definition = directory.definition(project);
        GitSource git = definition
                .git()
                .orElseThrow(() -> new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Looking for " + ref + " of project " + project.name(),
                        "the project has no repository",
                        "Set its repository"));
        RemoteHost server = servers.builder(
                definition.servers().build().orElseGet(() -> servers.anyFor(project.name(), ServerRole.BUILD)),
                project.name());
        try {
            Sources.Fetched fetched = sources.fetch(project.id(), git, Optional.of(ref), server, context);
            ProjectConfig trusted = trusted(project, definition, fetched.trustedCommit(), server, context);
            return new PushedCommit(fetched.revision().commit(), fetched.message(), trusted);
        } finally {
            sources.tidy(server, context);
        }
    }

    private ProjectConfig trusted(
            Project project, ProjectDefinition definition, String commit, RemoteHost server, OperationContext context)
            throws InterruptedException {
        Optional<String> entered = definition.config();
        return entered.isPresent()
                ? ProjectConfigs.parse(ProjectConfigs.HADES_YML, entered.get())
                : ProjectConfigs.locate(
                                Optional.empty(), path -> sources.read(project.id(), commit, path, server, context))
                        .config();
    }
}
