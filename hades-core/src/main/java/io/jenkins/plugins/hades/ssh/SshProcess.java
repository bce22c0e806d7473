package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.channel.ExecChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A command that runs on a server. */
final class SshProcess implements RemoteTerminal {
    /** How long a cancelled command is given to be ended on the server before its caller goes on. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final CommandStarter.Started started;
    private final ExecChannel channel;
    private final String server;
    private final OperationContext context;
    private final ProcessEnder ender;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private final OperationContext.Registration registration;

    /**
     * @param started the command
     * @param server the server, for errors
     * @param context ends the command when it stops
     * @param ender ends processes on the server
     * @param workers runs the ending of a cancelled command
     */
    SshProcess(
            CommandStarter.Started started,
            String server,
            OperationContext context,
            ProcessEnder ender,
            Executor workers) {
        this.started = started;
        this.channel = started.channel();
        this.server = server;
        this.context = context;
        this.ender = ender;
        this.registration = context.onStop(() -> {
            if (!over.get() && stopping.compareAndSet(false, true)) {
                workers.execute(this::stop);
            }
        });
    }

    ExecChannel channel() {
        return channel;
    }

    @Override
    public OutputStream input() {
        return channel.getInvertedIn();
    }

    @Override
    public InputStream output() {
        return channel.output();
    }

    @Override
    public InputStream errors() {
        return channel.errors();
    }

    @Override
    public void resize(TerminalSize size) {
        try {
            channel.sendWindowChange(size.columns(), size.rows());
        } catch (IOException e) {
            throw started.use().connection().lost("Resizing the terminal on " + server, e);
        }
    }

    @Override
    public int await() throws InterruptedException {
        channel.awaitEnd();
        try {
            if (stopping.get()) {
                awaitStopped();
                context.checkpoint();
            }
            return exitCode();
        } finally {
            release();
        }
    }

    private int exitCode() {
        if (channel.exitCode().isPresent()
                && (channel.begun() || channel.exitCode().getAsInt() != 0)) {
            if (!channel.begun()) {
                throw notBegun("it ended with exit code " + channel.exitCode().getAsInt());
            }
            return channel.exitCode().getAsInt();
        }
        if (channel.refused()) {
            throw notBegun("the server refused to run a command");
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

    private HadesException notBegun(String why) {
        String said = (channel.noise() + " " + errorText()).strip();
        return new HadesException(
                ErrorKind.FAILED,
                started.doing(server),
                "the login shell did not start the command: " + why + (said.isEmpty() ? "" : " and said: " + said),
                "Check the user's login shell, its start-up files, and 'ForceCommand' in the server's sshd_config");
    }

    String errorText() {
        try (InputStream errors = channel.errors()) {
            return new String(errors.readNBytes(errors.available()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private void awaitStopped() throws InterruptedException {
        try {
            stopped.get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            context.log("Ending '" + started.what() + "' on " + server + " took too long");
        }
    }

    /** Ends all of the operation's processes on the server, again until this command, too, has ended. Runs on a worker. */
    private void stop() {
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        try {
            do {
                ender.endOperation(context.token());
            } while (!channel.awaitEnd(Duration.ofMillis(300)) && channel.isOpen() && System.nanoTime() < deadline);
        } catch (HadesException e) {
            context.log("What runs on " + server + " could not be ended: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.complete(null);
            channel.close(true);
        }
    }

    private void release() {
        over.set(true);
        registration.close();
        channel.close(false);
        started.use().close();
    }

    @Override
    public void close() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        try {
            if (!channel.ended() && !stopping.get()) {
                ender.endCommand(started.id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }
}
