package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.HadesException;
import javax.sql.DataSource;

/** A database that this process alone uses for its store, from its opening to {@link #close}. */
interface OwnedDatabase extends AutoCloseable {
    /** What errors call it: {@code "the store in /var/lib/hades"}. */
    String label();

    /**
     * Brings its tables to the form that this version uses: wholly, or not at all, also when the process is killed meanwhile.
     *
     * @throws HadesException of kind {@code CONFLICT}, with nothing changed, when a newer version used it
     */
    void migrate();

    /** Gives connections to it, once it is migrated. */
    DataSource source();

    /** Gives it up; all connections are closed by then. */
    @Override
    void close();
}
