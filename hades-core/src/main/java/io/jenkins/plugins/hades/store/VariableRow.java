package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Scope;
import io.jenkins.plugins.hades.model.Variable;
import io.jenkins.plugins.hades.model.VariableChange.Assign;
import io.jenkins.plugins.hades.model.VariableChange.Unset;
import io.jenkins.plugins.hades.secret.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One version of a variable, as it lies in the database.
 *
 * @param removed whether the variable was removed by this version, which then has no value
 * @param plain its value, if it is no secret
 * @param sealed its sealed value, if it is one
 */
record VariableRow(
        UUID environmentId,
        Scope scope,
        String name,
        int version,
        boolean removed,
        Set<Phase> phases,
        boolean secret,
        Optional<String> plain,
        Optional<byte[]> sealed) {
    /** By scope and name. */
    static final Comparator<VariableRow> ORDER =
            Comparator.comparing(VariableRow::scope).thenComparing(VariableRow::name);

    /** The version that gives a variable this value. */
    static VariableRow of(UUID environmentId, int version, Assign change, Sealer sealer) {
        Optional<byte[]> sealed = Optional.empty();
        if (change.secret()) {
            String place = place(environmentId, change.scope(), change.name(), version);
            sealed = Optional.of(sealer.seal(change.value().getBytes(StandardCharsets.UTF_8), place));
        }
        return new VariableRow(
                environmentId,
                change.scope(),
                change.name(),
                version,
                false,
                change.phases(),
                change.secret(),
                change.secret() ? Optional.empty() : Optional.of(change.value()),
                sealed);
    }

    /** The version that removes a variable. */
    static VariableRow of(UUID environmentId, int version, Unset change) {
        return new VariableRow(
                environmentId,
                change.scope(),
                change.name(),
                version,
                true,
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** What may be shown of it. */
    Variable shown() {
        return new Variable(name, scope, phases, secret, version, plain.orElse(""));
    }

    /** It with its value. */
    VariableValue opened(Sealer sealer) {
        String value = sealed.map(bytes -> open(sealer, bytes)).or(() -> plain).orElse("");
        return new VariableValue(name, scope, phases, secret, version, value);
    }

    private String open(Sealer sealer, byte[] bytes) {
        try {
            return new String(sealer.open(bytes, place(environmentId, scope, name, version)), StandardCharsets.UTF_8);
        } catch (HadesException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    "Opening secret variable " + name + " (version " + version + ") of environment " + environmentId,
                    e.reason(),
                    e.remedy().orElse("Set the variable again"),
                    e);
        }
    }

    /** What a sealed value belongs to: it opens nowhere else. */
    private static String place(UUID environmentId, Scope scope, String name, int version) {
        return "variable " + environmentId + " " + scope + " " + name + " " + version;
    }
}
