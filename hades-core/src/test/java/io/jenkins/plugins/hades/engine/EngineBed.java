package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.VariableChange;
import io.jenkins.plugins.hades.oplog.FileOperationLogs;
import io.jenkins.plugins.hades.secret.Sealer;
import io.jenkins.plugins.hades.source.ArchiveLimits;
import io.jenkins.plugins.hades.source.GitLogin;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.source.Uploads;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.store.JdbcStores;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.target.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An engine on a real store in memory, with made-up sources, servers and targets. */
final class EngineBed implements AutoCloseable {
    final Store store;
    final FakeSources sources = new FakeSources();
    final FakeTarget target = new FakeTarget();
    final FakeServers hosts = new FakeServers();
    final Project project = new Project(UUID.randomUUID(), "shop");
    final List<ServerSpec> servers =
            new ArrayList<>(List.of(FakeServers.spec("alpha", ServerRole.BUILD, ServerRole.DEPLOY)));
    final Uploads uploads;
    private final FileOperationLogs logs;
    private Engine engine;

    EngineBed(Path folder) {
        store = JdbcStores.memory(openSealer());
        uploads = new Uploads(folder.resolve("uploads"), ArchiveLimits::ofDefaults, Clock.systemUTC());
        logs = new FileOperationLogs(folder, this::ended);
        store.projects().save(project);
        sources.branch("main", "run: {port: 80}");
        engine = engine("first");
    }

    private Engine engine(String owner) {
        Directory directory = new Directory() {
            @Override
            public ProjectDefinition definition(Project asked) {
                GitSource git = new GitSource("https://example.org/shop.git", new GitLogin.None(), List.of());
                return new ProjectDefinition(
                        asked, Optional.of(git), Optional.empty(), Optional.empty(), ServerChoice.NONE, Map.of());
            }

            @Override
            public List<ServerSpec> servers() {
                return servers;
            }
        };
        return new Engine(
                store,
                logs,
                hosts,
                sources,
                uploads,
                new Targets(List.of(target)),
                directory,
                new EngineSettings(owner, 4, Duration.ofMillis(50)));
    }

    /** Begins to work. */
    EngineBed working() {
        engine.work();
        return this;
    }

    Engine engine() {
        return engine;
    }

    /** Ends the process, as far as the store can see, and starts another that settles what is left. */
    List<String> nextProcess(String owner) throws InterruptedException {
        engine.close();
        engine = engine(owner);
        return engine.recover();
    }

    Environment environment(String name) {
        return store.environments().define(project.id(), name);
    }

    Operation submit(String environment, OperationRequest request) {
        return engine.submit(environment(environment).id(), request, "anna", "test");
    }

    /** Submits, and waits for the end. */
    Operation finish(String environment, OperationRequest request) throws InterruptedException {
        return engine.await(submit(environment, request).id(), Duration.ofSeconds(20));
    }

    void set(String environment, String name, String value, boolean secret, Phase... phases) {
        store.variables()
                .change(
                        environment(environment).id(),
                        List.of(new VariableChange.Assign(name, Scope.APP, Set.of(phases), secret, value)),
                        "anna");
    }

    private boolean ended(long operation) {
        return store.operations()
                .find(operation)
                .map(found -> found.status().ended())
                .orElse(true);
    }

    String log(long operation) throws IOException {
        return logs.read(operation, 0, 1 << 20).text();
    }

    private static Sealer openSealer() {
        return new Sealer() {
            @Override
            public byte[] seal(byte[] plain, String place) {
                return plain.clone();
            }

            @Override
            public byte[] open(byte[] sealed, String place) {
                return sealed.clone();
            }
        };
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
