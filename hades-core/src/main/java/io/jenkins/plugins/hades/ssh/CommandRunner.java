package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandStarter.Started;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs Hades' own scripts on a given connection. Thread-safe. */
final class CommandRunner {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MOST_OUTPUT = 8 << 20;

    private final String server;
    private final CommandStarter starter;

    CommandRunner(String server, CommandStarter starter) {
        this.server = server;
        this.starter = starter;
    }

    /**
     * Runs a script that ends by itself, and gives its output. The use of the connection stays with the caller.
     *
     * @throws HadesException of kind {@code FAILED} if it ends with another code than 0 or takes longer than 20 seconds
     */
    String script(ConnectionUse use, List<String> command) throws InterruptedException {
        ConnectionUse borrowed = new Borrowed(use);
        Started started = starter.start(
                RemoteCommand.of(command), "script-" + UUID.randomUUID(), Optional.empty(), () -> borrowed);
        try {
            started.channel().getInvertedIn().close();
            if (!started.channel().awaitEnd(LIMIT)) {
                throw failed("it took longer than " + LIMIT.toSeconds() + " seconds", null);
            }
            String output = new String(started.channel().output().readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
            if (started.channel().exitCode().orElse(-1) != 0) {
                String errors = new String(started.channel().errors().readAllBytes(), StandardCharsets.UTF_8);
                throw failed(errors.isBlank() ? started.channel().noise() : errors.strip(), null);
            }
            return output;
        } catch (IOException e) {
            throw use.connection().isOpen()
                    ? failed(e.getMessage(), e)
                    : use.connection().lost("Looking for processes on " + server, e);
        } finally {
            started.channel().close(false);
        }
    }

    private HadesException failed(String why, Exception cause) {
        return new HadesException(
                ErrorKind.FAILED,
                "Looking for processes on " + server,
                why,
                "The server must be a Linux with /bin/sh, grep and tr",
                cause);
    }

    /** A use that is not given back when one command has ended. */
    private record Borrowed(ConnectionUse use) implements ConnectionUse {
        @Override
        public Connection connection() {
            return use.connection();
        }

        @Override
        public void opened(int sessions) {
            use.opened(sessions);
        }

        @Override
        public void refused(int others) {
            use.refused(others);
        }

        @Override
        public void close() {
            // The use stays with its owner.
        }
    }
}
