package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.channel.ExecChannel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Tells what became of a command whose channel has ended. */
final class CommandOutcome {
    private final CommandStarter.Started started;
    private final ExecChannel channel;
    private final String server;

    /**
     * @param started the command
     * @param server the server, for errors
     */
    CommandOutcome(CommandStarter.Started started, String server) {
        this.started = started;
        this.channel = started.channel();
        this.server = server;
    }

    /**
     * The exit code.
     *
     * @throws HadesException of kind {@code UNREACHABLE} if the connection was lost, {@code FAILED} if the server did not run the command
     */
    int exitCode() {
        if (channel.begun() && channel.exitCode().isPresent()) {
            return channel.exitCode().getAsInt();
        }
        if (channel.refused()) {
            throw notBegun("the server refused to run a command");
        }
        if (channel.neverBegan()) {
            throw notBegun("nothing came of it in time");
        }
        if (channel.exitCode().isPresent()) {
            throw notBegun("it ended with exit code " + channel.exitCode().getAsInt());
        }
        if (!started.use().connection().isOpen()) {
            throw started.use().connection().lost(started.doing(server), null);
        }
        throw new HadesException(
                ErrorKind.FAILED,
                started.doing(server),
                "the server ended it without saying how",
                "See the server's log");
    }

    /** What the command wrote to its standard error: the last 64 kB. */
    String errorText() {
        try (InputStream errors = channel.errors()) {
            return new String(errors.readNBytes(errors.available()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(what it wrote to its standard error cannot be read: " + e.getMessage() + ")";
        }
    }

    private HadesException notBegun(String why) {
        String said = (channel.noise() + " " + errorText()).strip();
        return new HadesException(
                ErrorKind.FAILED,
                started.doing(server),
                "the login shell did not start the command: " + why + (said.isEmpty() ? "" : " and said: " + said),
                "Check the user's login shell, its start-up files, and 'ForceCommand' in the server's sshd_config");
    }
}
