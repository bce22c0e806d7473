package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.HostKey;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.RemoteHosts;
import io.jenkins.plugins.hades.ssh.RemoteProcess;
import io.jenkins.plugins.hades.ssh.RemoteTerminal;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SocketStream;
import io.jenkins.plugins.hades.ssh.SshAddress;
import io.jenkins.plugins.hades.ssh.SshLogin;
import io.jenkins.plugins.hades.ssh.TerminalSize;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Servers that run nothing: the engine's tests replace what would use them. They note which tokens were ended. */
final class FakeServers implements RemoteHosts {
    final List<String> ended = new CopyOnWriteArrayList<>();

    /** A server of this name that may do everything. */
    static ServerSpec spec(String name, ServerRole... roles) {
        return spec(name, List.of("*"), roles);
    }

    static ServerSpec spec(String name, List<String> projects, ServerRole... roles) {
        SshAddress address = new SshAddress(
                "127.0.0.1", 22, "hades", new SshLogin.Password(() -> ""), new HostKeyPolicy.Pinned(List.of()));
        return new ServerSpec(
                name,
                Set.of(roles),
                address,
                Optional.empty(),
                projects,
                List.of(),
                false,
                ".hades",
                "/var/run/docker.sock");
    }

    @Override
    public RemoteHost host(ServerSpec spec) {
        return new FakeHost(spec);
    }

    @Override
    public List<HostKey> hostKeys(ServerSpec spec) {
        throw new AssertionError("no test asks for host keys");
    }

    @Override
    public void close() {
        // Nothing was opened.
    }

    private final class FakeHost implements RemoteHost {
        private final ServerSpec spec;

        FakeHost(ServerSpec spec) {
            this.spec = spec;
        }

        @Override
        public ServerSpec spec() {
            return spec;
        }

        @Override
        public int endAll(String token) {
            ended.add(token);
            return 0;
        }

        @Override
        public CommandResult run(RemoteCommand command, OperationContext context) {
            throw unexpected();
        }

        @Override
        public CommandResult run(RemoteCommand command, InputStream input, OperationContext context) {
            throw unexpected();
        }

        @Override
        public int stream(RemoteCommand command, Consumer<String> lines, OperationContext context) {
            throw unexpected();
        }

        @Override
        public RemoteProcess start(RemoteCommand command, OperationContext context) {
            throw unexpected();
        }

        @Override
        public SocketStream openUnixSocket(String path) {
            throw unexpected();
        }

        @Override
        public SocketStream openTcp(String host, int port) {
            throw unexpected();
        }

        @Override
        public RemoteTerminal openTerminal(RemoteCommand command, TerminalSize size) {
            throw unexpected();
        }

        private static AssertionError unexpected() {
            return new AssertionError("the engine itself must not talk to a server");
        }
    }
}
