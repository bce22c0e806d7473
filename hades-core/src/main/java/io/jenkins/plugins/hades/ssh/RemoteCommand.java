package io.jenkins.plugins.hades.ssh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command for a server: its arguments are quoted for the remote shell in one place, so none of them is ever interpreted.
 *
 * @param arguments the program and its arguments; must hold no secret, as every user of the server can read them
 * @param environment variables for the process, names of letters, digits and _; may hold secrets: they travel through the connection's input, never in an argument
 * @param directory the working folder, absolute or relative to the user's home
 * @param agent whether the command may use the login's or the given key through a forwarded agent
 */
public record RemoteCommand(
        List<String> arguments,
        Map<String, String> environment,
        Optional<String> directory,
        Optional<ForwardedKey> agent) {
    public RemoteCommand {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A command with these arguments, in the user's home. */
    public static RemoteCommand of(String... arguments) {
        return of(List.of(arguments));
    }

    /** A command with these arguments, in the user's home. */
    public static RemoteCommand of(List<String> arguments) {
        return new RemoteCommand(arguments, Map.of(), Optional.empty(), Optional.empty());
    }

    /** The same command in this folder. */
    public RemoteCommand in(String folder) {
        return new RemoteCommand(arguments, environment, Optional.of(folder), agent);
    }

    /** The same command with one more variable. */
    public RemoteCommand with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new RemoteCommand(arguments, more, directory, agent);
    }

    /** The same command with an agent forwarded that holds only this key, for as long as the command runs. */
    public RemoteCommand withAgent(ForwardedKey key) {
        return new RemoteCommand(arguments, environment, directory, Optional.of(key));
    }

    @Override
    public String toString() {
        return String.join(" ", arguments);
    }
}
