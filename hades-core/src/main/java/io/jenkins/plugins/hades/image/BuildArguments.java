package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.image.dockerfile.Dockerfile;
import io.jenkins.plugins.hades.image.dockerfile.Stage;
import io.jenkins.plugins.hades.store.VariableValue;
import io.jenkins.plugins.hades.target.BuildPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a build is given besides its files.
 *
 * @param stages the stages that are built
 * @param plain public variables that the Dockerfile declares as arguments, by name
 * @param secrets secret variables that a stage mounts
 */
record BuildArguments(List<Stage> stages, Map<String, String> plain, List<VariableValue> secrets) {
    static BuildArguments of(BuildPlan plan, Dockerfile dockerfile) {
        List<Stage> stages = new ArrayList<>();
        stages.add(stage(plan, dockerfile, plan.build().stage()));
        plan.build().images().values().forEach(name -> stages.add(stage(plan, dockerfile, Optional.of(name))));
        Set<String> mounted = new LinkedHashSet<>();
        dockerfile.needed(stages).forEach(stage -> mounted.addAll(stage.secrets()));
        Map<String, String> plain = new TreeMap<>();
        List<VariableValue> secrets = new ArrayList<>();
        for (VariableValue variable : plan.variables()) {
            if (variable.secret()) {
                refuseArgument(plan, dockerfile, variable.name());
                if (mounted.contains(variable.name())) {
                    secrets.add(variable);
                }
            } else if (dockerfile.arguments().contains(variable.name())) {
                plain.put(variable.name(), variable.value());
            }
        }
        return new BuildArguments(stages, plain, secrets);
    }

    private static Stage stage(BuildPlan plan, Dockerfile dockerfile, Optional<String> name) {
        return dockerfile
                .stage(name)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Reading the Dockerfile of project " + plan.project().name(),
                        name.map(wanted -> "it has no stage \"" + wanted + "\"; its stages are: "
                                        + dockerfile.stageNames())
                                .orElse("it has no FROM"),
                        name.isPresent() ? "Set build.stage to one of its stages" : "Begin it with FROM"));
    }

    private static void refuseArgument(BuildPlan plan, Dockerfile dockerfile, String name) {
        if (dockerfile.arguments().contains(name)) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Building the image of project " + plan.project().name(),
                    "the Dockerfile declares the secret variable " + name
                            + " as an ARG, and arguments stay readable in the image's history",
                    "Mount it instead: RUN --mount=type=secret,id=" + name + " …, and take the ARG out");
        }
    }
}
