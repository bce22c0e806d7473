package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.api.ProjectRegistry.Registration;
import io.jenkins.plugins.hades.cli.project.ProjectFiles;
import io.jenkins.plugins.hades.config.servers.GitAccess;
import io.jenkins.plugins.hades.config.servers.ServersFile;
import io.jenkins.plugins.hades.engine.Directory;
import io.jenkins.plugins.hades.engine.ProjectDefinition;
import io.jenkins.plugins.hades.engine.ServerChoice;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.source.ArchiveLimits;
import io.jenkins.plugins.hades.source.GitLogin;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the user configured: the servers file, read anew each time, and the projects that were registered. */
final class LocalDirectory implements Directory {
    private final Path serversFile;
    private final ProjectFiles projects;

    LocalDirectory(Path serversFile, ProjectFiles projects) {
        this.serversFile = serversFile;
        this.projects = projects;
    }

    @Override
    public ProjectDefinition definition(Project project) {
        Registration known = projects.find(project.name())
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND,
                        "Looking for project " + project.name(),
                        "it is not registered here any more",
                        "Register it again: hades deploy URL --project " + project.name()));
        return new ProjectDefinition(
                project,
                known.repository().map(this::git),
                known.branch(),
                known.config(),
                new ServerChoice(known.buildServer(), known.deployServer()),
                Map.of());
    }

    private GitSource git(String url) {
        GitHost host = GitHost.of(url);
        Optional<GitAccess> access =
                Optional.ofNullable(ServersFile.read(serversFile).git().get(host.name()));
        Optional<? extends GitLogin> login =
                host.ssh() ? access.flatMap(GitAccess::key) : access.flatMap(GitAccess::token);
        return new GitSource(
                url,
                login.isPresent() ? login.get() : new GitLogin.None(),
                access.map(GitAccess::hostKeys).orElse(List.of()));
    }

    @Override
    public Duration auditKept() {
        return Files.exists(serversFile) ? ServersFile.read(serversFile).auditKept() : AUDIT_KEPT;
    }

    @Override
    public ArchiveLimits archiveLimits() {
        return Files.exists(serversFile) ? ServersFile.read(serversFile).archives() : ArchiveLimits.ofDefaults();
    }

    @Override
    public List<ServerSpec> servers() {
        return List.copyOf(ServersFile.read(serversFile).servers().values());
    }
}
