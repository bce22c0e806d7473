package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.secret.Sealer;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.postgres.PostgresDatabase;
import java.io.IOException;
import java.time.Clock;

/** A store in a database of its own on a real PostgreSQL server. */
final class PostgresBed implements StoreBed {
    private final PostgresDatabase database;

    /** Leaves the test out where there is no PostgreSQL. */
    PostgresBed() {
        Testbed.require(Need.POSTGRES);
        database = Testbed.shared().postgres().createDatabase();
    }

    @Override
    public StoreChild hammer(long seed) throws IOException {
        return StoreChild.hammer(seed, database.url(), database.user(), database.password());
    }

    @Override
    public Store open(Clock clock, Sealer sealer) {
        return JdbcStore.open(ServerDatabase.open(database.url(), database.user(), database::password), sealer, clock);
    }

    @Override
    public void close() {
        // The server ends with the JVM, and its databases with it.
    }
}
