package io.jenkins.plugins.hades.jenkins.service;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import io.jenkins.plugins.hades.assembly.EngineAssembly;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.engine.EngineSettings;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.credential.ItemCredentials;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.jenkins.project.ItemDirectory;
import io.jenkins.plugins.hades.jenkins.settings.HadesHome;
import io.jenkins.plugins.hades.jenkins.settings.PostgresStore;
import io.jenkins.plugins.hades.jenkins.settings.RegistrySetting;
import io.jenkins.plugins.hades.jenkins.settings.StoreSetting;
import io.jenkins.plugins.hades.oplog.FileOperationLogs;
import io.jenkins.plugins.hades.secret.Sealer;
import io.jenkins.plugins.hades.ship.Registry;
import io.jenkins.plugins.hades.store.JdbcStores;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.trigger.Triggers;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;

/** Opens engines on Jenkins' items, credentials and keys. */
final class JenkinsEngines implements EngineOpener {
    private static final Logger LOGGER = Logger.getLogger(JenkinsEngines.class.getName());
    private static final String EMBEDDED = "store";

    private final Sealer sealer = new JenkinsSealer(new SealingKey()::get);

    /** Whether an earlier process may have left records there. */
    static boolean hasRecords(StoreSetting store) {
        return store instanceof PostgresStore
                || Files.isDirectory(HadesHome.folder().resolve(EMBEDDED));
    }

    @Override
    public OpenEngine open(EngineBasis basis) throws InterruptedException {
        EngineAssembly assembly = assembled(basis);
        try {
            assembly.engine().recover().forEach(LOGGER::info);
            assembly.engine().work();
            assembly.triggers().start();
            return opened(assembly);
        } catch (RuntimeException | InterruptedException e) {
            assembly.close();
            throw e;
        }
    }

    private EngineAssembly assembled(EngineBasis basis) {
        Store store = store(basis.store());
        try {
            return EngineAssembly.of(
                    store,
                    new FileOperationLogs(HadesHome.folder().resolve("logs"), id -> hasEnded(store, id)),
                    HadesHome.folder().resolve("uploads"),
                    new ItemDirectory(),
                    basis.registry().map(JenkinsEngines::registry),
                    EngineSettings.of(
                            "Jenkins process " + ProcessHandle.current().pid() + " " + UUID.randomUUID()));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static boolean hasEnded(Store store, long operation) {
        return store.operations()
                .find(operation)
                .map(found -> found.status().ended())
                .orElse(true);
    }

    private Store store(StoreSetting setting) {
        if (setting instanceof PostgresStore postgres) {
            String id = postgres.getCredentialsId();
            return JdbcStores.postgres(
                    postgres.getUrl(),
                    login(id, "Opening Hades' records").getUsername(),
                    () -> login(id, "Opening Hades' records").getPassword().getPlainText(),
                    sealer);
        }
        return JdbcStores.h2(HadesHome.folder().resolve(EMBEDDED), sealer);
    }

    private static Registry registry(RegistrySetting setting) {
        String doing = "Logging in to registry " + setting.getAddress();
        Optional<String> id = Fields.given(setting.getCredentialsId());
        return new Registry(
                setting.getAddress(), id.map(given -> login(given, doing).getUsername()), () -> id.map(
                                given -> login(given, doing).getPassword().getPlainText())
                        .orElse(""));
    }

    private static StandardUsernamePasswordCredentials login(String credentialsId, String doing) {
        return ItemCredentials.ofController(credentialsId)
                .filter(StandardUsernamePasswordCredentials.class::isInstance)
                .map(StandardUsernamePasswordCredentials.class::cast)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND,
                        doing,
                        "the controller has no user name with password of id \"" + credentialsId + "\"",
                        "Add it, or choose another in Hades' configuration"));
    }

    private static OpenEngine opened(EngineAssembly assembly) {
        return new OpenEngine() {
            @Override
            public Engine engine() {
                return assembly.engine();
            }

            @Override
            public Triggers triggers() {
                return assembly.triggers();
            }

            @Override
            public void close() {
                assembly.close();
            }
        };
    }
}
