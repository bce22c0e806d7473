package io.jenkins.plugins.hades.store;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** A database that this process alone uses for its store, from its opening to {@link #close}. */
interface OwnedDatabase extends AutoCloseable {
    /** What errors call it: {@code "the store in /var/lib/hades"}. */
    String label();

    /** Gives connections to it. */
    DataSource source();

    /** What the migrations read in place of {@code ${bytes}} and the like. */
    Map<String, String> dialect();

    /** Called once its tables are there. */
    void ready() throws SQLException;

    /** Gives it up; all connections are closed by then. */
    @Override
    void close();
}
