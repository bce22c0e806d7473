package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.channel.ExecChannel;
import io.jenkins.plugins.hades.ssh.shell.Launcher;
import io.jenkins.plugins.hades.ssh.shell.Preamble;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.channel.PtyChannelConfigurationHolder;

/** Starts commands on a server: takes a connection, opens a session on it, and sends the preamble. Thread-safe. */
final class CommandStarter {
    /** The variable that marks every process of an operation. */
    static final String OPERATION_MARK = "HADES_OPERATION";
    /** The variable that marks every process of one command. */
    static final String COMMAND_MARK = "HADES_COMMAND";

    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLISECONDS = 20;

    private final String server;
    private final SshSettings settings;

    CommandStarter(String server, SshSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * A command that was started.
     *
     * @param id marks its processes
     * @param what the command, for errors
     * @param channel its channel
     * @param use its connection
     */
    record Started(String id, String what, ExecChannel channel, ConnectionUse use) {
        String doing(String server) {
            return "Running '" + what + "' on " + server;
        }
    }

    /**
     * Starts a command. A connection that turns out to be lost, or to carry no more sessions, is replaced: nothing has been sent by then.
     *
     * @param token marks its processes as an operation's
     * @param terminal the terminal to run it in, if any
     * @param source gives connections
     */
    Started start(
            RemoteCommand command,
            String token,
            Optional<PtyChannelConfigurationHolder> terminal,
            ConnectionUse.Source source)
            throws InterruptedException {
        String id = UUID.randomUUID().toString();
        byte[] preamble = new Preamble(
                        command.arguments(),
                        command.environment(),
                        command.directory(),
                        Map.of(OPERATION_MARK, token, COMMAND_MARK, id))
                .line();
        String what = shortened(command);
        for (int attempt = 1; ; attempt++) {
            ConnectionUse use = source.get();
            ExecChannel channel =
                    new ExecChannel(server, Launcher.command(), Launcher.BEGIN, terminal, settings.linger());
            channel.setAgentForwarding(command.agent().isPresent());
            boolean kept = false;
            try {
                use.opened(use.connection().openSession(channel));
                Started started = new Started(id, what, channel, use);
                // A terminal must be quiet before the line is sent, or it would show it.
                if (terminal.isEmpty() || channel.awaitBegin(settings.loginTimeout())) {
                    send(preamble, started);
                }
                watchBegin(channel);
                kept = true;
                return started;
            } catch (SessionRefusedException e) {
                use.refused(e.others());
                if (attempt >= ATTEMPTS) {
                    throw refused(what, e);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS * attempt);
            } catch (IOException e) {
                if (attempt >= ATTEMPTS) {
                    throw use.connection().lost("Running '" + what + "' on " + server, e);
                }
            } finally {
                if (!kept) {
                    channel.close(true);
                    use.close();
                }
            }
        }
    }

    private void watchBegin(ExecChannel channel) {
        if (!channel.begun()) {
            ScheduledFuture<?> unused = channel.getSession()
                    .getFactoryManager()
                    .getScheduledExecutorService()
                    .schedule(
                            channel::giveUpUnlessBegun, settings.loginTimeout().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void send(byte[] preamble, Started started) {
        try {
            OutputStream out = started.channel().getInvertedIn();
            out.write(preamble);
            out.flush();
        } catch (IOException e) {
            // The command may have begun: what became of it is told when its end is awaited.
            started.channel().close(true);
        }
    }

    private HadesException refused(String what, SessionRefusedException cause) {
        return new HadesException(
                ErrorKind.FAILED,
                "Running '" + what + "' on " + server,
                "the server opens no session: " + cause.getMessage(),
                "Check 'MaxSessions' in its sshd_config, and that the user may log in to a shell",
                cause);
    }

    private static String shortened(RemoteCommand command) {
        String text = command.toString().replaceAll("\\s+", " ");
        return text.length() <= 120 ? text : text.substring(0, 117) + "...";
    }
}
