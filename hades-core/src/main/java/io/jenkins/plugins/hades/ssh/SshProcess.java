package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.channel.ExecChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A command that runs on a server. */
final class SshProcess implements RemoteTerminal {
    private static final Logger LOG = System.getLogger(SshProcess.class.getName());

    /** How long a cancelled command is given to be ended on the server before its caller goes on. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final CommandStarter.Started started;
    private final ExecChannel channel;
    private final String server;
    private final OperationContext context;
    private final ProcessEnder ender;
    private final CommandOutcome outcome;
    private final CountDownLatch stopped = new CountDownLatch(1);
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
        this.outcome = new CommandOutcome(started, server);
        this.registration = context.onStop(() -> {
            if (!over.get() && stopping.compareAndSet(false, true)) {
                workers.execute(this::stop);
            }
        });
    }

    ExecChannel channel() {
        return channel;
    }

    /** What the command wrote to its standard error: the last 64 kB. */
    String errorText() {
        return outcome.errorText();
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
                if (!stopped.await(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    context.log("Ending '" + started.what() + "' on " + server + " takes too long");
                }
                context.checkpoint();
            }
            return outcome.exitCode();
        } finally {
            release();
        }
    }

    /** Ends all of the operation's processes on the server, again until this command, too, has ended. Runs on a worker. */
    private void stop() {
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        try {
            do {
                ender.endOperation(context.token());
            } while (!channel.awaitExit(Duration.ofMillis(300)) && System.nanoTime() < deadline);
        } catch (HadesException e) {
            context.log("What runs on " + server + " could not be ended: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
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
        // Also a thread that is interrupted leaves nothing running behind.
        boolean interrupted = Thread.interrupted();
        try {
            if (!channel.exited() && !stopping.get()) {
                ender.endCommand(started.id());
            }
        } catch (HadesException e) {
            LOG.log(Level.WARNING, "What was closed may still run: " + e.getMessage());
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            release();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
