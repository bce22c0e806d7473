package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.secret.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The embedded database, in a folder that this process owns. What is committed is in the file before the commit returns, so that it
 * outlives the process; a machine that loses its power may lose the last moments.
 */
final class H2Database implements OwnedDatabase {
    /** Commits are written at once; the process ends the database itself; nothing is written beside it. */
    private static final String SETTINGS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=20000";

    private static final String NAME = "hades";

    private final OwnedFolder folder;
    private final Path file;
    private final Path used;
    private final JdbcDataSource source;

    private H2Database(OwnedFolder folder) {
        this.folder = folder;
        this.file = folder.path().resolve(NAME + ".mv.db");
        this.used = folder.path().resolve(NAME + ".used");
        this.source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.path().resolve(NAME) + SETTINGS);
        source.setUser("hades");
    }

    /** Takes the folder, and sees that the database in it was not lost. */
    static H2Database open(Path folder) {
        if (folder.toString().indexOf(';') >= 0) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Opening the store in " + folder,
                    "the path of a store must not contain a semicolon",
                    "Choose another folder");
        }
        OwnedFolder owned = OwnedFolder.take(folder);
        try {
            H2Database database = new H2Database(owned);
            database.requireFile();
            return database;
        } catch (IOException e) {
            owned.close();
            throw SqlFailure.of("Opening the store in " + folder, "the store in " + folder, e);
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    @Override
    public String label() {
        return "the store in " + folder.path();
    }

    @Override
    public DataSource source() {
        return source;
    }

    @Override
    public Map<String, String> dialect() {
        return Map.of("stored", "", "bytes", "VARBINARY");
    }

    @Override
    public void ready() throws SQLException {
        try {
            PrivateFiles.restrict(file);
            if (!Files.exists(used)) {
                PrivateFiles.create(used);
            }
        } catch (IOException e) {
            throw new SQLException("The files of " + label() + " cannot be made private", e);
        }
    }

    @Override
    public void close() {
        folder.close();
    }

    /** An embedded database takes a missing or empty file for a new one. Where one was used before, that would be the loss of it all. */
    private void requireFile() throws IOException {
        if (Files.exists(used) && (!Files.exists(file) || Files.size(file) == 0)) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    "Opening " + label(),
                    "its file " + file + " is missing or empty, though it was used before",
                    "Restore the file from a backup; to begin with an empty store instead, delete " + used);
        }
    }
}
