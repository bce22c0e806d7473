package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.secret.TestSealer;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contracts of the store, held by the embedded one. */
class H2StoreTest {
    @TempDir
    private Path folder;

    @Nested
    class Projects extends ProjectStoreContract {
        @Override
        Store open(Clock clock) {
            return openStore(clock);
        }
    }

    @Nested
    class Environments extends EnvironmentStoreContract {
        @Override
        Store open(Clock clock) {
            return openStore(clock);
        }
    }

    @Nested
    class Variables extends VariableStoreContract {
        @Override
        Store open(Clock clock) {
            return openStore(clock);
        }
    }

    @Nested
    class Releases extends ReleaseStoreContract {
        @Override
        Store open(Clock clock) {
            return openStore(clock);
        }
    }

    @Nested
    class Operations extends OperationStoreContract {
        @Override
        Store open(Clock clock) {
            return openStore(clock);
        }
    }

    @Nested
    class Locks extends LockStoreContract {
        @Override
        Store open(Clock clock) {
            return openStore(clock);
        }
    }

    private Store openStore(Clock clock) {
        return JdbcStore.open(H2Database.open(folder.resolve("store")), new TestSealer(), clock);
    }
}
