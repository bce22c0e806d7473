package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.secret.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The embedded database, in a folder that this process owns. What is committed is in the file before the commit returns, so that it
 * outlives the process; a machine that loses its power may lose the last moments.
 *
 * <p>H2 cannot take back a change of tables. So a database is made, or changed, under another name, and takes its place when it is complete;
 * what was there before a change is kept beside it.
 */
final class FileDatabase implements OwnedDatabase {
    /** Commits are written at once; the process ends the database itself; nothing is written beside it. */
    private static final String SETTINGS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=20000";

    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=1";

    private static final String SUFFIX = ".mv.db";
    private static final String NAME = "hades";
    private static final String UNFINISHED = "hades-unfinished";
    private static final String BEFORE = "hades-before-the-last-upgrade";

    private final OwnedFolder folder;
    private final Path file;
    private final Path used;

    private FileDatabase(OwnedFolder folder) {
        this.folder = folder;
        this.file = folder.path().resolve(NAME + SUFFIX);
        this.used = folder.path().resolve(NAME + ".used");
    }

    /** Takes the folder. */
    static FileDatabase open(Path folder) {
        if (folder.toString().indexOf(';') >= 0) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Opening the store in " + folder,
                    "the path of a store must not contain a semicolon",
                    "Choose another folder");
        }
        return new FileDatabase(OwnedFolder.take(folder));
    }

    @Override
    public String label() {
        return "the store in " + folder.path();
    }

    @Override
    public DataSource source() {
        return source(NAME, "");
    }

    @Override
    public void migrate() {
        try {
            Path unfinished = folder.path().resolve(UNFINISHED + SUFFIX);
            Files.deleteIfExists(unfinished);
            requireFile();
            boolean there = Files.exists(file);
            if (there && !pending()) {
                return;
            }
            if (there) {
                copy(file, unfinished);
            }
            apply();
            if (there) {
                copy(file, folder.path().resolve(BEFORE + SUFFIX));
            }
            PrivateFiles.restrict(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            if (!Files.exists(used)) {
                PrivateFiles.create(used);
            }
        } catch (IOException | SQLException e) {
            throw SqlFailure.of("Opening " + label(), label(), e);
        }
    }

    @Override
    public void close() {
        folder.close();
    }

    /** An embedded database takes a missing or empty file for a new one. Where one was used before, that would be the loss of it all. */
    private void requireFile() throws IOException {
        boolean empty = Files.exists(file) && Files.size(file) == 0;
        if (empty || (Files.exists(used) && !Files.exists(file))) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    "Opening " + label(),
                    "its file " + file + " is " + (empty ? "empty" : "missing, though it was used before"),
                    "Restore the file from a backup; to begin with an empty store instead, delete "
                            + (empty ? file : used));
        }
    }

    /** Only reads, so that a damaged file, or one of a newer version, is left as it is. After a sudden end, all of it is read. */
    private boolean pending() {
        try (Connection connection = source(NAME, READ_ONLY).getConnection()) {
            if (folder.left()) {
                readAll(connection);
            }
            return migrations(source(NAME, READ_ONLY)).pending();
        } catch (SQLException | IllegalStateException e) {
            throw SqlFailure.ofReading("Opening " + label(), label(), e);
        }
    }

    private static void readAll(Connection connection) throws SQLException {
        try (Statement tables = connection.createStatement();
                Statement table = connection.createStatement();
                ResultSet names = tables.executeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'")) {
            while (names.next()) {
                try (ResultSet rows = table.executeQuery("SELECT * FROM \"" + names.getString(1) + "\"")) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
    }

    /** The connection keeps the database open, so that it is opened once. */
    @SuppressWarnings("try")
    private void apply() throws SQLException {
        try (Connection held = source(UNFINISHED, "").getConnection()) {
            migrations(source(UNFINISHED, "")).apply();
        }
    }

    private Migrations migrations(DataSource source) {
        return new Migrations(label(), source, Map.of("stored", "", "bytes", "VARBINARY"));
    }

    private DataSource source(String name, String more) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.path().resolve(name) + SETTINGS + more);
        source.setUser("hades");
        return source;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        PrivateFiles.create(to);
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
