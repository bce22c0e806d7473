package io.jenkins.plugins.hades.jenkins.project;

import hudson.model.Item;
import io.jenkins.plugins.hades.engine.Directory;
import io.jenkins.plugins.hades.engine.ProjectDefinition;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.access.AsSystem;
import io.jenkins.plugins.hades.jenkins.credential.GitLogins;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.jenkins.form.Lines;
import io.jenkins.plugins.hades.jenkins.settings.ConfiguredServers;
import io.jenkins.plugins.hades.jenkins.settings.HadesConfiguration;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.source.ArchiveLimits;
import io.jenkins.plugins.hades.source.GitLogin;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The engine's view of what is configured in Jenkins. Acts as SYSTEM, whoever's thread it is. */
public final class ItemDirectory implements Directory {
    @Override
    public ProjectDefinition definition(Project project) {
        return AsSystem.get(() -> define(project.id(), find(project)));
    }

    @Override
    public List<ServerSpec> servers() {
        return AsSystem.get(() -> configured().usable());
    }

    @Override
    public Optional<HadesException> defect(String server) {
        return AsSystem.get(() -> configured().defect(server));
    }

    @Override
    public Map<String, HadesException> defects() {
        return AsSystem.get(() -> configured().defects());
    }

    @Override
    public Duration auditKept() {
        return Duration.ofDays(HadesConfiguration.get().getAuditDays());
    }

    @Override
    public ArchiveLimits archiveLimits() {
        return AsSystem.get(() -> HadesConfiguration.get().archiveLimits());
    }

    private static ConfiguredServers configured() {
        return new ConfiguredServers(HadesConfiguration.get().getServers());
    }

    private static BoundProject find(Project project) {
        return ProjectItems.find(project)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND,
                        "Reading the configuration of project " + project.name(),
                        "no item of Jenkins is bound to it any more",
                        "Bind a project to the item anew, or destroy what runs of it"));
    }

    private static ProjectDefinition define(UUID id, BoundProject bound) {
        ProjectSettings settings = bound.settings();
        return new ProjectDefinition(
                new Project(id, bound.item().getFullName()),
                Fields.given(settings.getRepository()).map(url -> source(bound.item(), url, settings)),
                Fields.given(settings.getBranch()),
                Optional.ofNullable(settings.getConfig()),
                settings.servers(),
                settings.environmentServers());
    }

    private static GitSource source(Item item, String url, ProjectSettings settings) {
        GitLogin login = Fields.given(settings.getCredentialsId())
                .map(credentialsId -> GitLogins.find(item, credentialsId))
                .orElseGet(GitLogin.None::new);
        return new GitSource(url, login, Lines.of(HadesConfiguration.get().getGitHostKeys()));
    }
}
