package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.docker.DockerCommand;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The docker command that builds one image. Arguments of the build are arguments of the command: they are public, as they stand in the image's history.
 * Secrets are variables of the command's environment, under names of their own so that none of them changes how the command works; BuildKit
 * asks the command for them while the step that mounts them runs, and keeps them out of the image.
 *
 * @param docker the server's command
 * @param folder what is built
 * @param name the name that the image gets
 * @param labels the labels that it gets
 * @param stage the stage to build; the last one if empty
 * @param variables what the build gets
 * @param anew whether no step is taken from the builder's cache
 */
record BuildCommand(
        DockerCommand docker,
        SourceFolder folder,
        String name,
        Map<String, String> labels,
        Optional<String> stage,
        BuildVariables variables,
        boolean anew) {
    private static final String SECRET_PREFIX = "HADES_BUILD_SECRET_";
    private static final String DOCKERFILE_VARIABLE = "HADES_DOCKERFILE";

    /** Gives the Dockerfile to the command's input; the rest of its arguments is the command. */
    private static final String FEED = "printf '%s' \"$" + DOCKERFILE_VARIABLE + "\" | \"$@\"";

    BuildCommand {
        labels = Map.copyOf(labels);
    }

    /** The command for this server. */
    RemoteCommand on(ServerSpec server) {
        List<String> words = new ArrayList<>();
        boolean fed = folder.dockerfile().equals(SourceFolder.INPUT);
        if (fed) {
            words.addAll(List.of("sh", "-c", FEED, "hades-build"));
        }
        words.addAll(List.of(docker.path(), "--host", "unix://" + server.dockerSocket(), "build"));
        if (docker.buildKit()) {
            words.add("--progress=plain");
        }
        if (anew) {
            words.add("--no-cache");
        }
        words.addAll(List.of("--file", folder.dockerfile(), "--tag", name));
        stage.ifPresent(target -> words.addAll(List.of("--target", target)));
        new TreeMap<>(labels).forEach((label, value) -> words.addAll(List.of("--label", label + "=" + value)));
        new TreeMap<>(variables.arguments())
                .forEach((argument, value) -> words.addAll(List.of("--build-arg", argument + "=" + value)));
        Map<String, String> environment = environment(words);
        if (fed) {
            environment.put(DOCKERFILE_VARIABLE, folder.text());
        }
        words.add(folder.context());
        RemoteCommand command = RemoteCommand.of(words);
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            command = command.with(variable.getKey(), variable.getValue());
        }
        return command;
    }

    private Map<String, String> environment(List<String> words) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("DOCKER_BUILDKIT", docker.buildKit() ? "1" : "0");
        // Where the user has chosen another builder for himself: its images do not come into the engine.
        environment.put("BUILDX_BUILDER", "default");
        // An attestation names the time of the build: equal inputs would give unequal images.
        environment.put("BUILDX_NO_DEFAULT_ATTESTATIONS", "1");
        int number = 0;
        for (String secret : new TreeMap<>(variables.secrets()).keySet()) {
            String variable = SECRET_PREFIX + ++number;
            words.addAll(List.of("--secret", "id=" + secret + ",env=" + variable));
            environment.put(variable, variables.secrets().get(secret).value());
        }
        return environment;
    }
}
