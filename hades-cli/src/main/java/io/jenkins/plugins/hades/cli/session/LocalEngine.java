package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.assembly.EngineAssembly;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.project.ProjectFiles;
import io.jenkins.plugins.hades.cli.secret.KeyFileSealer;
import io.jenkins.plugins.hades.config.servers.RegistrySettings;
import io.jenkins.plugins.hades.config.servers.ServersFile;
import io.jenkins.plugins.hades.config.servers.StoreSettings;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.engine.EngineSettings;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.oplog.FileOperationLogs;
import io.jenkins.plugins.hades.secret.PrivateFiles;
import io.jenkins.plugins.hades.secret.Sealer;
import io.jenkins.plugins.hades.ship.Registry;
import io.jenkins.plugins.hades.store.JdbcStores;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.trigger.GitHubHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The engine of this process, on this user's store and servers. */
public final class LocalEngine implements AutoCloseable {
    private final EngineAssembly assembly;
    private final ProjectFiles projects;
    private final GitHubHook hook;

    private LocalEngine(EngineAssembly assembly, ProjectFiles projects, Path config) {
        this.assembly = assembly;
        this.projects = projects;
        this.hook = new GitHubHook(() -> webhookSecret(config), assembly.triggers());
    }

    /**
     * Opens the store and puts the engine together; connects to no server yet.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code CONFLICT} when another process owns the store
     */
    static LocalEngine open(Home home) {
        makePrivate(home);
        Optional<ServersFile> file =
                Files.exists(home.config()) ? Optional.of(ServersFile.read(home.config())) : Optional.empty();
        Optional<StoreSettings> database = file.flatMap(ServersFile::store);
        Sealer sealer = new KeyFileSealer(home.key());
        Store store = database.map(settings -> JdbcStores.postgres(
                        settings.url(),
                        settings.user().orElse(""),
                        () -> settings.password().map(Supplier::get).orElse(""),
                        sealer))
                .orElseGet(() -> JdbcStores.h2(home.store(), sealer));
        try {
            ProjectFiles projects = new ProjectFiles(home.projects(), store.projects());
            EngineAssembly assembly = EngineAssembly.of(
                    store,
                    new FileOperationLogs(home.logs(), id -> store.operations()
                            .find(id)
                            .map(operation -> operation.status().ended())
                            .orElse(true)),
                    home.uploads(),
                    new LocalDirectory(home.config(), projects),
                    file.flatMap(ServersFile::registry).map(LocalEngine::registry),
                    EngineSettings.of(owner()));
            return new LocalEngine(assembly, projects, home.config());
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The folder holds the store, the key and the socket, and so is for its user alone. */
    private static void makePrivate(Home home) {
        try {
            PrivateFiles.createFolder(home.data());
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Making the folder " + home.data(),
                    e.getClass().getSimpleName() + ": " + e.getMessage(),
                    "Name another one with --home, or give its rights to user " + System.getProperty("user.name"),
                    e);
        }
    }

    private static Registry registry(RegistrySettings settings) {
        return new Registry(settings.address(), settings.user(), () -> settings.password()
                .map(Supplier::get)
                .orElse(""));
    }

    private static Optional<String> webhookSecret(Path config) {
        return Files.exists(config)
                ? ServersFile.read(config).webhook().map(webhook -> webhook.secret()
                        .get())
                : Optional.empty();
    }

    private static String owner() {
        return "hades process " + ProcessHandle.current().pid() + " " + UUID.randomUUID();
    }

    /** The engine. */
    Engine engine() {
        return assembly.engine();
    }

    /** Begins to look at the pushes that were told of. */
    void listenToPushes() {
        assembly.triggers().start();
    }

    /** Takes webhooks. */
    GitHubHook hook() {
        return hook;
    }

    /** The projects of the command line. */
    ProjectFiles projects() {
        return projects;
    }

    @Override
    public void close() {
        assembly.close();
    }
}
