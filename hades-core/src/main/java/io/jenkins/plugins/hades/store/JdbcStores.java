package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.secret.Sealer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens stores. Each opener blocks on the database, and may be called with any context class loader. */
public final class JdbcStores {
    private JdbcStores() {}

    /**
     * Opens the embedded store in a folder, which is made if it is missing and is for its user alone. One process at a time has it open.
     *
     * @param sealer seals and opens the secret variables
     * @throws HadesException of kind {@code CONFLICT} when another process has it open, which is named, or a newer version used it;
     *     {@code FORBIDDEN} without the rights; {@code INTERNAL} when it is damaged: it is left as it is then
     */
    public static Store h2(Path folder, Sealer sealer) {
        return JdbcStore.open(FileDatabase.open(folder), sealer, clock());
    }

    /**
     * Opens the store in a database of a PostgreSQL server, 12 or later: in the schema that comes first in its search path. One process at a
     * time has it open; it needs sessions of its own there, so no pooler between that shares them.
     *
     * @param url {@code jdbc:postgresql://host:5432/database}, with the driver's parameters
     * @param password gives the password whenever a connection is made
     * @throws HadesException of kind {@code CONFLICT} when another process has it open, which is named, or a newer version used it;
     *     {@code UNTRUSTED} when the login is refused; {@code FORBIDDEN} without the rights; {@code INTERNAL} when it does not answer
     */
    public static Store postgres(String url, String user, Supplier<String> password, Sealer sealer) {
        return JdbcStore.open(ServerDatabase.open(url, user, password), sealer, clock());
    }

    /** Opens a store in memory, empty, gone when it is closed. */
    public static Store memory(Sealer sealer) {
        return JdbcStore.open(new MemoryDatabase(), sealer, clock());
    }

    /** Who has the store in this folder open, as far as is known; a process that was killed stands there until the next one opens it. */
    public static Optional<StoreOwner> owner(Path folder) throws IOException {
        return OwnedFolder.owner(folder);
    }

    /** Records tell times in milliseconds. */
    static Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
