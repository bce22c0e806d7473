package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.image.dockerfile.Dockerfile;
import io.jenkins.plugins.hades.image.dockerfile.Stage;
import io.jenkins.plugins.hades.store.VariableValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The variables of the build phase, sorted by how a build gets them.
 *
 * @param arguments values of the arguments that the Dockerfile declares
 * @param secrets the secrets that the Dockerfile mounts, by name
 * @param unused the names of those that it neither declares nor mounts; they are not given
 */
record BuildVariables(Map<String, String> arguments, Map<String, VariableValue> secrets, Set<String> unused) {
    /** Arguments that every Dockerfile has without declaring them; builders keep them out of the image's history. */
    private static final Set<String> PREDEFINED =
            Set.of("HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY");

    /** Begins the names of what Hades gives of its own accord: a Dockerfile that wants none of it lacks nothing. */
    private static final String OWN = "HADES_";

    BuildVariables {
        arguments = Map.copyOf(arguments);
        secrets = Map.copyOf(secrets);
        unused = Set.copyOf(unused);
    }

    /**
     * Sorts the variables.
     *
     * @param doing what they are for, for the error
     * @param stages the stages that are built
     * @throws HadesException of kind {@code BAD_INPUT} when a secret is declared as an argument: its value would stay in the image
     */
    static BuildVariables choose(
            String doing, List<VariableValue> variables, Dockerfile dockerfile, Set<Stage> stages) {
        Set<String> mounted = new TreeSet<>();
        stages.forEach(stage -> mounted.addAll(stage.secrets()));
        boolean anyMounted = mounted.stream().anyMatch(id -> id.contains("$"));
        Map<String, String> arguments = new TreeMap<>();
        Map<String, VariableValue> secrets = new TreeMap<>();
        Set<String> unused = new TreeSet<>();
        for (VariableValue variable : variables) {
            boolean declared = dockerfile.arguments().contains(variable.name());
            if (variable.secret() && declared) {
                throw declaredSecret(doing, variable.name());
            }
            if (!variable.secret() && (declared || PREDEFINED.contains(variable.name()))) {
                arguments.put(variable.name(), variable.value());
            } else if (variable.secret() && (anyMounted || mounted.contains(variable.name()))) {
                secrets.put(variable.name(), variable);
            } else if (!variable.name().startsWith(OWN)) {
                unused.add(variable.name());
            }
        }
        return new BuildVariables(arguments, secrets, unused);
    }

    private static HadesException declaredSecret(String doing, String name) {
        return new HadesException(
                ErrorKind.BAD_INPUT,
                doing,
                "variable " + name
                        + " is secret, and the Dockerfile declares it with ARG: everybody who has the image could read its value in the"
                        + " image's history",
                "Remove \"ARG " + name + "\", and read the secret where it is needed: RUN --mount=type=secret,id="
                        + name + " sh -c 'command \"$(cat /run/secrets/" + name + ")\"'");
    }
}
