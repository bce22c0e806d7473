package io.jenkins.plugins.hades.docker;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.RemoteProcess;
import io.jenkins.plugins.hades.ssh.RemoteTerminal;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SocketStream;
import io.jenkins.plugins.hades.ssh.SshAddress;
import io.jenkins.plugins.hades.ssh.SshLogin;
import io.jenkins.plugins.hades.ssh.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Stands in for a server where SSH is not what a test is about: commands are processes of this machine, sockets are its own. Whether it
 * forwards sockets can be chosen, as with sshd.
 */
public final class LocalHost implements RemoteHost {
    private final ServerSpec spec;
    private final boolean forwards;

    private LocalHost(ServerSpec spec, boolean forwards) {
        this.spec = spec;
        this.forwards = forwards;
    }

    /** A host whose Docker socket is this one. */
    public static LocalHost withSocket(Path socket) {
        SshAddress address = new SshAddress(
                "localhost", 22, "nobody", new SshLogin.Password(() -> ""), new HostKeyPolicy.Pinned(List.of()));
        return new LocalHost(
                new ServerSpec(
                        "local",
                        Set.of(ServerRole.BUILD, ServerRole.DEPLOY),
                        address,
                        Optional.empty(),
                        List.of("*"),
                        List.of(),
                        false,
                        ServerSpec.DEFAULT_FOLDER,
                        socket.toString()),
                true);
    }

    /** The same host, which refuses to forward sockets. */
    public LocalHost withoutForwarding() {
        return new LocalHost(spec, false);
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
        try (RemoteProcess process = start(command, context);
                input) {
            try (OutputStream out = process.input()) {
                input.transferTo(out);
            }
            String output = new String(process.output().readAllBytes(), StandardCharsets.UTF_8);
            String errors = new String(process.errors().readAllBytes(), StandardCharsets.UTF_8);
            return new CommandResult(process.await(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int stream(RemoteCommand command, Consumer<String> lines, OperationContext context)
            throws InterruptedException {
        CommandResult result = run(command, context);
        result.output().lines().forEach(lines);
        result.errors().lines().forEach(lines);
        return result.exitCode();
    }

    @Override
    public RemoteProcess start(RemoteCommand command, OperationContext context) {
        ProcessBuilder builder = new ProcessBuilder(command.arguments());
        builder.environment().putAll(command.environment());
        command.directory()
                .ifPresent(folder -> builder.directory(Path.of(folder).toFile()));
        try {
            return new LocalProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SocketStream openUnixSocket(String path) throws IOException {
        if (!forwards) {
            throw new IOException("open failed: administratively prohibited");
        }
        return LocalSocket.connect(Path.of(path));
    }

    @Override
    public SocketStream openTcp(String address, int port) throws IOException {
        throw new IOException("not forwarded by this stand-in");
    }

    @Override
    public RemoteTerminal openTerminal(RemoteCommand command, TerminalSize size) {
        throw new UnsupportedOperationException("this stand-in has no terminals");
    }

    @Override
    public int endAll(String token) {
        return 0;
    }
}
