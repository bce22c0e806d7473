package io.jenkins.plugins.hades.docker;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command to run in a container; no shell is between.
 *
 * @param arguments the program and its arguments; must hold no secret, as the server's users can read them
 * @param environment variables beside those that the container has
 * @param user the user in the container; the container's own if empty
 * @param folder the working folder; the container's own if empty
 */
public record ContainerCommand(
        List<String> arguments, Map<String, String> environment, Optional<String> user, Optional<String> folder) {
    public ContainerCommand {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A command as the container's own user in its own folder. */
    public static ContainerCommand of(String... arguments) {
        return new ContainerCommand(List.of(arguments), Map.of(), Optional.empty(), Optional.empty());
    }
}
