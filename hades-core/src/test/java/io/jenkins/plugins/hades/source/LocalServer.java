package io.jenkins.plugins.hades.source;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A build server that is this machine, with a home of its own: commands are run by it directly, without SSH. */
final class LocalServer implements RemoteHost {
    private final Path home;
    private final Map<String, String> variables = new HashMap<>();
    private final List<RemoteCommand> commands = new ArrayList<>();

    LocalServer(Path home) {
        this.home = home;
    }

    /** Sets a variable for every command, as a server's own settings could. */
    void set(String name, String value) {
        variables.put(name, value);
    }

    /** What was run so far. */
    List<RemoteCommand> commands() {
        return commands;
    }

    @Override
    public ServerSpec spec() {
        SshAddress address = new SshAddress(
                "127.0.0.1",
                22,
                "nobody",
                new SshLogin.Password(() -> ""),
                new HostKeyPolicy.Pinned(List.of("SHA256:none")));
        return new ServerSpec(
                "local",
                Set.of(ServerRole.BUILD),
                address,
                Optional.empty(),
                List.of("*"),
                List.of(),
                false,
                ServerSpec.DEFAULT_FOLDER,
                ServerSpec.DEFAULT_DOCKER_SOCKET);
    }

    @Override
    public CommandResult run(RemoteCommand command, OperationContext context) throws InterruptedException {
        return run(command, InputStream.nullInputStream(), context);
    }

    @Override
    public CommandResult run(RemoteCommand command, InputStream input, OperationContext context)
            throws InterruptedException {
        try {
            Path errors = java.nio.file.Files.createTempFile(home, "errors", "");
            Process process = builder(command).redirectError(errors.toFile()).start();
            Thread feeder = new Thread(() -> feed(input, process.getOutputStream()));
            feeder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            feeder.join();
            return new CommandResult(exit, output, java.nio.file.Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void feed(InputStream input, OutputStream output) {
        try (input;
                output) {
            input.transferTo(output);
        } catch (IOException e) {
            // The command reads no further: its exit code says why.
        }
    }

    @Override
    public int stream(RemoteCommand command, Consumer<String> lines, OperationContext context)
            throws InterruptedException {
        try {
            Process process = builder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            process.inputReader(StandardCharsets.UTF_8).lines().forEach(lines);
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RemoteProcess start(RemoteCommand command, OperationContext context) {
        try {
            Process process = builder(command).start();
            return new RemoteProcess() {
                @Override
                public OutputStream input() {
                    return process.getOutputStream();
                }

                @Override
                public InputStream output() {
                    return process.getInputStream();
                }

                @Override
                public InputStream errors() {
                    return process.getErrorStream();
                }

                @Override
                public int await() throws InterruptedException {
                    return process.waitFor();
                }

                @Override
                public void close() {
                    process.destroy();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(RemoteCommand command) {
        commands.add(command);
        ProcessBuilder builder = new ProcessBuilder(command.arguments());
        builder.directory(command.directory().map(home::resolve).orElse(home).toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(variables);
        builder.environment().putAll(command.environment());
        return builder;
    }

    @Override
    public SocketStream openUnixSocket(String path) {
        throw new UnsupportedOperationException("sources need only commands, and files");
    }

    @Override
    public SocketStream openTcp(String address, int port) {
        throw new UnsupportedOperationException("sources need only commands, and files");
    }

    @Override
    public RemoteTerminal openTerminal(RemoteCommand command, TerminalSize size) {
        throw new UnsupportedOperationException("sources need only commands, and files");
    }

    @Override
    public int endAll(String token) {
        throw new UnsupportedOperationException("sources need only commands, and files");
    }
}
