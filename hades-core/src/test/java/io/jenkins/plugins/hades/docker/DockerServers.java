package io.jenkins.plugins.hades.docker;

import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshAddress;
import io.jenkins.plugins.hades.ssh.SshHosts;
import io.jenkins.plugins.hades.ssh.SshLogin;
import io.jenkins.plugins.hades.ssh.SshSettings;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The testbed's hosts, reached over real SSH with one set of connections. */
public final class DockerServers implements AutoCloseable {
    private final SshHosts hosts;

    /** Connections with the usual settings. */
    public DockerServers() {
        this(SshSettings.ofDefaults());
    }

    /** Connections with settings of one's own. */
    public DockerServers(SshSettings settings) {
        this.hosts = new SshHosts(settings);
    }

    /** The host, reached as root. */
    public RemoteHost of(TestHost host) {
        return of(host, host.ssh(), host.ssh().user(), ServerSpec.DEFAULT_DOCKER_SOCKET);
    }

    /** The host, reached as another user who has root's key. */
    public RemoteHost of(TestHost host, String user) {
        host.ssh().authorize(user, host.ssh().clientKey().publicLine());
        return of(host, host.ssh(), user, ServerSpec.DEFAULT_DOCKER_SOCKET);
    }

    /** The host with another SSH server and another path of Docker's socket. */
    public RemoteHost of(TestHost host, SshServer server, String user, String socket) {
        SshLogin login = new SshLogin.Key(() -> server.clientKey().privateText(), Optional::empty);
        HostKeyPolicy keys = new HostKeyPolicy.Pinned(server.knownHostsLines().stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList());
        return hosts.host(new ServerSpec(
                host.place().name().replace("host ", ""),
                Set.of(ServerRole.BUILD, ServerRole.DEPLOY),
                new SshAddress(server.host(), server.port(), user, login, keys),
                Optional.empty(),
                List.of("*"),
                List.of(),
                false,
                ServerSpec.DEFAULT_FOLDER,
                socket));
    }

    @Override
    public void close() {
        hosts.close();
    }
}
