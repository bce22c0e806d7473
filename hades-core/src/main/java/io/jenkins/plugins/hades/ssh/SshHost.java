package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.ssh.key.PrivateKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.channel.PtyChannelConfiguration;

/** A server over pooled SSH connections. */
final class SshHost implements RemoteHost {
    private static final int OUTPUT_KEPT = 1 << 20;

    private final ServerSpec spec;
    private final String server;
    private final Connector connector;
    private final ConnectionPool pool;
    private final CommandStarter starter;
    private final ProcessEnder ender;
    private final SocketOpener sockets;
    private final Executor workers;

    /**
     * @param spec the server
     * @param settings how connections are kept
     * @param client a started client
     * @param jump the server to go through, which is kept in memory as long as this one
     * @param workers opens connections, feeds inputs, ends what is cancelled
     * @param live called with this before a connection is opened
     */
    SshHost(
            ServerSpec spec,
            SshSettings settings,
            SshClient client,
            Optional<SshHost> jump,
            Executor workers,
            Consumer<SshHost> live) {
        this.spec = spec;
        this.server = ServerLabel.of(spec);
        this.workers = workers;
        this.connector = new Connector(spec, settings, client, jump);
        this.pool = new ConnectionPool(connector, settings, workers, () -> live.accept(this));
        this.starter = new CommandStarter(server, settings);
        this.sockets = new SocketOpener(server, spec.address().user(), () -> pool.stream(() -> {}));
        this.ender = new ProcessEnder(server, settings, new CommandRunner(server, starter), connector, pool);
    }

    ConnectionPool pool() {
        return pool;
    }

    @Override
    public ServerSpec spec() {
        return spec;
    }

    @Override
    public CommandResult run(RemoteCommand command, OperationContext context) throws InterruptedException {
        return run(command, InputStream.nullInputStream(), context);
    }

    @Override
    public CommandResult run(RemoteCommand command, InputStream input, OperationContext context)
            throws InterruptedException {
        try (SshProcess process = launch(command, context)) {
            workers.execute(new InputFeeder(input, process.input()));
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            byte[] buffer = new byte[64 * 1024];
            try (InputStream output = process.output()) {
                for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                    kept.write(buffer, 0, Math.min(count, OUTPUT_KEPT - kept.size()));
                }
            } catch (IOException e) {
                // Why there is no more output is told by the end of the process.
                InputFeeder.rethrowInterrupt(e);
            }
            int exitCode = process.await();
            return new CommandResult(exitCode, kept.toString(StandardCharsets.UTF_8), process.errorText());
        } finally {
            InputFeeder.close(input);
        }
    }

    @Override
    public int stream(RemoteCommand command, Consumer<String> lines, OperationContext context)
            throws InterruptedException {
        try (SshProcess process = launch(command, context)) {
            InputFeeder.close(process.input());
            InputStream output = process.output();
            InputStream errors = process.errors();
            LineSplitter outputLines = new LineSplitter(lines);
            LineSplitter errorLines = new LineSplitter(lines);
            byte[] buffer = new byte[64 * 1024];
            int taken;
            do {
                process.channel().awaitData();
                taken = drain(output, buffer, outputLines) + drain(errors, buffer, errorLines);
            } while (taken > 0);
            outputLines.end();
            errorLines.end();
            return process.await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int drain(InputStream from, byte[] buffer, LineSplitter into) throws IOException {
        int count = from.available() == 0 ? 0 : from.read(buffer);
        into.take(buffer, count);
        return count;
    }

    @Override
    public RemoteProcess start(RemoteCommand command, OperationContext context) throws InterruptedException {
        return launch(command, context);
    }

    private SshProcess launch(RemoteCommand command, OperationContext context) throws InterruptedException {
        context.checkpoint();
        ConnectionUse.Source source = command.agent()
                .<ConnectionUse.Source>map(key -> () -> withAgent(key))
                .orElse(() -> pool.session(context::checkpoint));
        return new SshProcess(
                starter.start(command, context.token(), Optional.empty(), source), server, context, ender, workers);
    }

    /** sshd shows a forwarded agent to every command of a connection, so this command gets a connection of its own. */
    private ConnectionUse withAgent(ForwardedKey key) throws InterruptedException {
        KeyPair pair = PrivateKeys.read(key.pem().get(), key.passphrase().get(), "the forwarded agent");
        return ConnectionUse.only(connector.connect(Optional.of(pair)));
    }

    @Override
    public SocketStream openUnixSocket(String path) throws IOException, InterruptedException {
        return sockets.openUnix(path);
    }

    @Override
    public SocketStream openTcp(String address, int port) throws IOException, InterruptedException {
        return sockets.openTcp(address, port);
    }

    @Override
    public RemoteTerminal openTerminal(RemoteCommand command, TerminalSize size) throws InterruptedException {
        PtyChannelConfiguration terminal = new PtyChannelConfiguration();
        terminal.setPtyType(size.type());
        terminal.setPtyColumns(size.columns());
        terminal.setPtyLines(size.rows());
        OperationContext context = new DetachedContext(line -> {});
        ConnectionUse.Source source = command.agent()
                .<ConnectionUse.Source>map(key -> () -> withAgent(key))
                .orElse(() -> pool.session(() -> {}));
        String token = "terminal-" + UUID.randomUUID();
        return new SshProcess(
                starter.start(command, token, Optional.of(terminal), source), server, context, ender, workers);
    }

    @Override
    public int endAll(String token) throws InterruptedException {
        return ender.endOperation(token);
    }
}
