package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;

/** Says what a failure of the database means and what to do about it. */
final class SqlFailure {
    /** The state of SQL by which a connection tells that the store has another owner. */
    static final String TAKEN_OVER = "HDOWN";

    private SqlFailure() {}

    /**
     * Whether the same transaction may succeed when it is run again: two of them got in each other's way. One that would have made what another made
     * meanwhile finds it then.
     */
    static boolean passing(Throwable failure) {
        return sql(failure)
                .filter(e -> "40001".equals(e.getSQLState())
                        || "40P01".equals(e.getSQLState())
                        || "23505".equals(e.getSQLState())
                        || e.getErrorCode() == ErrorCode.CONCURRENT_UPDATE_1)
                .isPresent();
    }

    /** The error to tell. */
    static HadesException of(String doing, String store, Throwable cause) {
        Optional<SQLException> sql = sql(cause);
        String text = texts(cause);
        if (text.contains("no space left") || text.contains("disk quota") || state(sql, "53100")) {
            return error(
                    ErrorKind.INTERNAL, doing, "there is no space left for " + store, "Free disk space there", cause);
        }
        if (text.contains("file too large")) {
            return error(
                    ErrorKind.INTERNAL, doing, "a file of " + store + " may not grow", "Raise the size limit", cause);
        }
        if (text.contains("permission denied") || text.contains("read-only file system") || state(sql, "42501")) {
            return error(
                    ErrorKind.FORBIDDEN,
                    doing,
                    "this process may not read and write " + store,
                    "Give the user " + System.getProperty("user.name") + " the right to",
                    cause);
        }
        if (code(sql, ErrorCode.FILE_CORRUPTED_1)
                || code(sql, ErrorCode.FILE_VERSION_ERROR_1)
                || text.contains("file corrupted")
                || text.contains("unable to read the page")
                || state(sql, "XX001")) {
            return error(
                    ErrorKind.INTERNAL,
                    doing,
                    store + " is damaged: " + message(sql, cause),
                    "End Hades, keep a copy of what is there, and restore the store from a backup",
                    cause);
        }
        if (state(sql, TAKEN_OVER)) {
            return error(
                    ErrorKind.CONFLICT,
                    doing,
                    store + " is lost: " + sql.get().getMessage(),
                    "End one of the two",
                    cause);
        }
        if (code(sql, ErrorCode.DATABASE_ALREADY_OPEN_1)) {
            return error(
                    ErrorKind.CONFLICT, doing, "another process has " + store + " open", "End that process", cause);
        }
        if (sql.map(SQLException::getSQLState).filter(s -> s.startsWith("08")).isPresent()) {
            return error(
                    ErrorKind.INTERNAL,
                    doing,
                    store + " does not answer: " + sql.get().getMessage(),
                    "See that the database server runs and can be reached",
                    cause);
        }
        if (sql.map(SQLException::getSQLState).filter(s -> s.startsWith("28")).isPresent()) {
            return error(
                    ErrorKind.UNTRUSTED,
                    doing,
                    store + " refuses the login: " + sql.get().getMessage(),
                    "Check the user and the password of the database",
                    cause);
        }
        return error(ErrorKind.INTERNAL, doing, store + " reports: " + message(sql, cause), "", cause);
    }

    /** The error to tell when a file cannot even be read: unless something else keeps from reading it, it is damaged. */
    static HadesException ofReading(String doing, String store, Throwable cause) {
        HadesException failure = of(doing, store, cause);
        if (failure.kind() != ErrorKind.INTERNAL || failure.reason().contains("no space left")) {
            return failure;
        }
        return error(
                ErrorKind.INTERNAL,
                doing,
                store + " is damaged, or was written by a newer version of its database: " + message(sql(cause), cause),
                "It was left as it is: restore it from a backup, or use the version that wrote it",
                cause);
    }

    /** Its first line: the rest is SQL. */
    private static String message(Optional<SQLException> sql, Throwable cause) {
        return sql.map(SQLException::getMessage)
                .orElse(String.valueOf(cause))
                .lines()
                .findFirst()
                .orElse("");
    }

    private static HadesException error(ErrorKind kind, String doing, String reason, String remedy, Throwable cause) {
        return new HadesException(kind, doing, reason, remedy, cause);
    }

    private static boolean code(Optional<SQLException> sql, int code) {
        return sql.filter(e -> e.getErrorCode() == code).isPresent();
    }

    private static boolean state(Optional<SQLException> sql, String state) {
        return sql.filter(e -> state.equals(e.getSQLState())).isPresent();
    }

    /** The innermost one, which knows the cause. */
    private static Optional<SQLException> sql(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
    }

    private static String texts(Throwable failure) {
        StringBuilder texts = new StringBuilder();
        causes(failure).forEach(cause -> texts.append(cause.getMessage()).append('\n'));
        return texts.toString().toLowerCase(Locale.ROOT);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
