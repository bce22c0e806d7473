package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** Brings the tables of a database to the form that this version uses. */
final class Migrations {
    private static final String TABLE = "hades_schema_history";

    private Migrations() {}

    /**
     * Does so, on a thread whose context class loader knows the database.
     *
     * @throws HadesException of kind {@code CONFLICT}, with nothing changed, when a newer version used the database
     */
    static void apply(OwnedDatabase database) {
        String doing = "Opening " + database.label();
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.source())
                .locations("classpath:io/jenkins/plugins/hades/store/migration")
                .table(TABLE)
                .placeholders(database.dialect())
                .cleanDisabled(true)
                .load();
        try {
            refuseNewer(doing, database, flyway.info());
            flyway.migrate();
        } catch (FlywayException e) {
            throw SqlFailure.of(doing, database.label(), e);
        }
    }

    private static void refuseNewer(String doing, OwnedDatabase database, MigrationInfoService info) {
        Arrays.stream(info.applied())
                .filter(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved())
                .reduce((first, last) -> last)
                .ifPresent(last -> {
                    throw newer(doing, database, last);
                });
    }

    private static HadesException newer(String doing, OwnedDatabase database, MigrationInfo last) {
        return new HadesException(
                ErrorKind.CONFLICT,
                doing,
                database.label() + " was used by a newer version of Hades, which brought it to form "
                        + last.getVersion(),
                "Nothing was changed: install that version or a later one, or restore a backup from before it");
    }
}
