package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshAddress;
import io.jenkins.plugins.hades.ssh.SshHosts;
import io.jenkins.plugins.hades.ssh.SshLogin;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Build servers of the testbed. */
final class TestBuilder {
    private TestBuilder() {}

    /** The server, reached as root, with this folder for Hades. */
    static RemoteHost of(SshHosts hosts, String name, SshServer server, String folder) {
        SshAddress address = new SshAddress(
                server.host(),
                server.port(),
                server.user(),
                new SshLogin.Key(server.clientKey()::privateText, Optional::empty),
                new HostKeyPolicy.Pinned(server.knownHostsLines().stream()
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .toList()));
        return hosts.host(new ServerSpec(
                name,
                Set.of(ServerRole.BUILD),
                address,
                Optional.empty(),
                List.of("*"),
                List.of(),
                false,
                folder,
                ServerSpec.DEFAULT_DOCKER_SOCKET));
    }
}
