package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** The steps by which the tables of a database came to be what they are. To be used with this class's loader as the context's. */
final class Migrations {
    private static final String TABLE = "hades_schema_history";

    private final String label;
    private final Flyway flyway;

    /**
     * @param label what errors call the database
     * @param dialect what the scripts read in place of {@code ${bytes}} and the like
     */
    Migrations(String label, DataSource source, Map<String, String> dialect) {
        this.label = label;
        this.flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:io/jenkins/plugins/hades/store/migration")
                .table(TABLE)
                .placeholders(dialect)
                .cleanDisabled(true)
                .load();
    }

    /**
     * Whether something is to be done. Changes nothing.
     *
     * @throws HadesException of kind {@code CONFLICT} when a newer version used the database
     */
    boolean pending() {
        try {
            MigrationInfoService info = flyway.info();
            refuseNewer(info);
            return info.pending().length > 0;
        } catch (FlywayException e) {
            throw SqlFailure.of("Opening " + label, label, e);
        }
    }

    /** Does what is to be done. */
    void apply() {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw SqlFailure.of("Bringing " + label + " to the form of this version", label, e);
        }
    }

    private void refuseNewer(MigrationInfoService info) {
        Arrays.stream(info.applied())
                .filter(migration -> !migration.getState().isResolved())
                .reduce((first, last) -> last)
                .ifPresent(last -> {
                    throw newer(last);
                });
    }

    private HadesException newer(MigrationInfo last) {
        return new HadesException(
                ErrorKind.CONFLICT,
                "Opening " + label,
                "it was used by a newer version of Hades, which brought it to form " + last.getVersion(),
                "Nothing was changed: install that version or a later one, or restore a backup from before it");
    }
}
