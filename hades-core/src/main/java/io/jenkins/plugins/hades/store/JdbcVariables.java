package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.ReleaseVariable;
import io.jenkins.plugins.hades.model.Variable;
import io.jenkins.plugins.hades.model.VariableChange;
import io.jenkins.plugins.hades.model.VariableChange.Assign;
import io.jenkins.plugins.hades.model.VariableChange.Unset;
import io.jenkins.plugins.hades.model.VariableVersion;
import io.jenkins.plugins.hades.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The variables in the database, secret values sealed. */
final class JdbcVariables implements VariableStore {
    /** In bytes: Linux takes 128 KiB as one variable of a process, its name and a zero included. */
    private static final int LONGEST_VALUE = 128 * 1024 - 512;

    private final Transactions transactions;
    private final Sealer sealer;
    private final KeyCheck key;
    private final Clock clock;

    JdbcVariables(Transactions transactions, Sealer sealer, Clock clock) {
        this.transactions = transactions;
        this.sealer = sealer;
        this.key = new KeyCheck(sealer);
        this.clock = clock;
    }

    @Override
    public void change(UUID environmentId, List<? extends VariableChange> changes, String actor) {
        String doing = "Changing variables of environment " + environmentId;
        for (VariableChange change : changes) {
            if (change instanceof Assign assign) {
                check(assign);
            }
        }
        transactions.run(doing, handle -> {
            EnvironmentRows.lockLiving(handle, doing, environmentId);
            for (VariableChange change : changes) {
                apply(handle, environmentId, change)
                        .ifPresent(row -> VariableRows.insert(handle, row, actor, clock.instant()));
            }
            return changes.size();
        });
    }

    @Override
    public List<VariableVersion> history(UUID environmentId) {
        return transactions.run(
                "Reading the history of the variables of environment " + environmentId,
                handle -> VariableRows.history(handle, environmentId));
    }

    @Override
    public List<Variable> shown(UUID environmentId, List<ReleaseVariable> variables) {
        String doing = "Reading the variables that a release of environment " + environmentId + " used";
        return transactions.run(doing, handle -> variables.stream()
                .flatMap(wanted ->
                        VariableRows.version(handle, environmentId, wanted.scope(), wanted.name(), wanted.version())
                                .stream())
                .map(VariableRow::shown)
                .toList());
    }

    @Override
    public List<Variable> list(UUID environmentId) {
        String doing = "Listing the variables of environment " + environmentId;
        return transactions.run(doing, handle -> VariableRows.current(handle, environmentId)).stream()
                .map(VariableRow::shown)
                .toList();
    }

    @Override
    public List<VariableValue> values(UUID environmentId) {
        String doing = "Reading the variables of environment " + environmentId;
        return transactions.run(doing, handle -> VariableRows.current(handle, environmentId)).stream()
                .map(row -> row.opened(sealer))
                .toList();
    }

    @Override
    public List<VariableValue> values(UUID environmentId, List<ReleaseVariable> variables) {
        String doing = "Reading the variables that a release of environment " + environmentId + " used";
        List<VariableRow> rows = transactions.run(doing, handle -> variables.stream()
                .map(variable -> version(handle, doing, environmentId, variable))
                .toList());
        return rows.stream().map(row -> row.opened(sealer)).toList();
    }

    @Override
    public byte[] fingerprintKey() {
        return transactions.run("Reading the key of fingerprints", handle -> FingerprintKey.of(handle, sealer));
    }

    private Optional<VariableRow> apply(Handle handle, UUID environmentId, VariableChange change) {
        Optional<VariableRow> newest = VariableRows.newest(handle, environmentId, change.scope(), change.name());
        int version = newest.map(VariableRow::version).orElse(0) + 1;
        if (change instanceof Assign assign) {
            if (assign.secret()) {
                key.require(handle);
            }
            return Optional.of(VariableRow.of(environmentId, version, assign, sealer));
        }
        boolean present = newest.filter(row -> !row.removed()).isPresent();
        return present ? Optional.of(VariableRow.of(environmentId, version, (Unset) change)) : Optional.empty();
    }

    private static VariableRow version(Handle handle, String doing, UUID environmentId, ReleaseVariable variable) {
        return VariableRows.version(handle, environmentId, variable.scope(), variable.name(), variable.version())
                .filter(row -> !row.removed())
                .orElseThrow(() -> new HadesException(
                        ErrorKind.INTERNAL,
                        doing,
                        "version " + variable.version() + " of variable " + variable.name() + " is not in the store",
                        ""));
    }

    private static void check(Assign assign) {
        String doing = "Setting variable " + assign.name();
        if (assign.phases().isEmpty()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT, doing, "it is given at no time", "Name a phase: build or run");
        }
        if (assign.value().indexOf('\0') >= 0) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    doing,
                    "its value contains a zero character, which no process can be given in a variable",
                    "Encode the value, in base64 for example");
        }
        int length = assign.value().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_VALUE) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    doing,
                    "its value has " + length + " bytes, more than the " + LONGEST_VALUE + " that one may have",
                    "Put it into a file of the project or into a volume");
        }
    }
}
