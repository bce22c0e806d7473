package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Names;
import io.jenkins.plugins.hades.model.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns {@code NAME=VALUE} arguments into changes of variables. */
final class VariableArguments {
    private VariableArguments() {}

    /**
     * The changes that these arguments ask for.
     *
     * @param build whether the variables are given to the build too
     */
    static Map<String, Object> assignments(List<String> arguments, boolean secret, boolean build) {
        List<Map<String, Object>> set = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT, "Reading a variable", "\"" + argument + "\" has no =", "Write NAME=VALUE");
            }
            set.add(assignment(argument.substring(0, equals), argument.substring(equals + 1), secret, build));
        }
        return Map.of("set", set);
    }

    /** The change that gives one variable a value. */
    static Map<String, Object> assignment(String name, String value, boolean secret, boolean build) {
        return Map.of(
                "name",
                Names.variable(name),
                "value",
                value,
                "secret",
                secret,
                "phases",
                build ? Set.of(Phase.BUILD, Phase.RUN) : Set.of(Phase.RUN));
    }

    /** Makes the changes. */
    static void send(HadesClient client, Environment environment, Map<String, Object> changes)
            throws InterruptedException {
        client.send("PATCH", "/environments/" + environment.id() + "/variables", changes, Object.class);
    }
}
