package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.engine.EngineSettings;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.ReleaseVariable;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.VariableChange;
import io.jenkins.plugins.hades.oplog.FileOperationLogs;
import io.jenkins.plugins.hades.secret.TestSealer;
import io.jenkins.plugins.hades.source.ArchiveLimits;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.source.Uploads;
import io.jenkins.plugins.hades.store.JdbcStores;
import io.jenkins.plugins.hades.store.ReleaseStore;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.target.Targets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A router on a real store in memory, with an engine that takes requests and works on none, a project that callers know and one that they do not. */
final class ApiBed implements AutoCloseable {
    final Store store = JdbcStores.memory(new TestSealer());
    final Project shop = new Project(UUID.randomUUID(), "studio/shop");
    final Project vault = new Project(UUID.randomUUID(), "bank/vault");
    final BedServers servers = new BedServers();
    final BedGrants grants = new BedGrants();
    final BedHosts hosts = new BedHosts();
    final Engine engine;
    final Router router;

    ApiBed(Path folder) {
        store.projects().save(shop);
        store.projects().save(vault);
        engine = new Engine(
                store,
                new FileOperationLogs(folder, operation -> true),
                hosts,
                Unused.of(Sources.class),
                new Uploads(folder.resolve("uploads"), ArchiveLimits::ofDefaults, Clock.systemUTC()),
                new Targets(List.of()),
                servers,
                new EngineSettings("test", 1, Duration.ofSeconds(1)));
        router = Routes.router(engine, this::register, servers, grants, ApiBed::stored, new Callers(shop.id()));
    }

    private Project register(String name, ProjectRegistry.Registration registration) {
        Project project = store.projects().findByName(name).orElseGet(() -> new Project(UUID.randomUUID(), name));
        store.projects().save(project);
        return project;
    }

    private static CredentialRegistry.Stored stored(
            Optional<Project> project, CredentialRegistry.NewCredential credential) {
        String place = project.map(of -> "the store of " + of.name()).orElse("the store of all");
        return new CredentialRegistry.Stored(credential.id(), credential.kind(), place);
    }

    /** A request that is about to be sent. */
    Sending get(String path) {
        return new Sending(router, "GET", path);
    }

    Sending send(String method, String path, String body) {
        return new Sending(router, method, path).body(body);
    }

    Environment environment(Project project, String name) {
        return store.environments().define(project.id(), name);
    }

    Operation deploy(Environment environment) {
        return store.operations().submit(environment.id(), OperationRequest.of(OperationKind.DEPLOY), "anna", "test");
    }

    /** Records a release of this commit, as an operation made it, and that it serves. */
    Release release(Environment environment, Operation operation, String commit, ReleaseVariable... variables) {
        Release release = store.releases()
                .record(new ReleaseStore.Draft(
                        environment.id(),
                        new Revision.Git("https://example.org/shop.git", "main", commit, "Change", "anna", ""),
                        new Artifact.Image("sha256:" + commit, "hades/shop:" + commit, commit),
                        List.of(variables),
                        "docker",
                        JsonNodeFactory.instance.objectNode().put("port", 80),
                        "alpha",
                        "alpha",
                        operation.id()));
        store.environments().serving(environment.id(), release.number(), "https://shop.example.org");
        return release;
    }

    /** Ends the lock of an environment, whoever holds it. */
    void unlock(Environment environment) {
        store.locks().find(environment.id()).ifPresent(lock -> store.locks().release(environment.id(), lock.holder()));
    }

    void set(Environment environment, String name, String value, boolean secret) {
        store.variables()
                .change(
                        environment.id(),
                        List.of(new VariableChange.Assign(name, Scope.APP, Set.of(Phase.RUN), secret, value)),
                        "anna");
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
