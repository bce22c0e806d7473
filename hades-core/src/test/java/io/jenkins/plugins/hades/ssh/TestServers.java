package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import io.jenkins.plugins.hades.testbed.ssh.SshServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries of test servers. */
public final class TestServers {
    private TestServers() {}

    /** The server, reached as root with its own key, its host keys pinned. */
    public static ServerSpec root(String name, SshServer server) {
        return spec(name, server, server.user(), key(server.clientKey()), pinned(server), Optional.empty());
    }

    /** The same entry with another login. */
    static ServerSpec with(ServerSpec spec, String user, SshLogin login) {
        SshAddress address = spec.address();
        return with(spec, new SshAddress(address.host(), address.port(), user, login, address.hostKeys()));
    }

    /** The same entry with another rule for host keys. */
    static ServerSpec with(ServerSpec spec, HostKeyPolicy policy) {
        SshAddress address = spec.address();
        return with(spec, new SshAddress(address.host(), address.port(), address.user(), address.login(), policy));
    }

    /** The same entry with another address. */
    static ServerSpec with(ServerSpec spec, SshAddress address) {
        return new ServerSpec(
                spec.name(),
                spec.roles(),
                address,
                spec.jump(),
                spec.projects(),
                spec.mounts(),
                spec.privileged(),
                spec.folder(),
                spec.dockerSocket());
    }

    /** The same entry behind a jump server. */
    static ServerSpec behind(ServerSpec spec, ServerSpec jump) {
        return new ServerSpec(
                spec.name(),
                spec.roles(),
                spec.address(),
                Optional.of(jump),
                spec.projects(),
                spec.mounts(),
                spec.privileged(),
                spec.folder(),
                spec.dockerSocket());
    }

    static ServerSpec spec(
            String name,
            SshServer server,
            String user,
            SshLogin login,
            HostKeyPolicy policy,
            Optional<ServerSpec> jump) {
        return new ServerSpec(
                name,
                Set.of(ServerRole.BUILD, ServerRole.DEPLOY),
                new SshAddress(server.host(), server.port(), user, login, policy),
                jump,
                List.of("*"),
                List.of(),
                false,
                ServerSpec.DEFAULT_FOLDER,
                ServerSpec.DEFAULT_DOCKER_SOCKET);
    }

    static SshLogin key(SshKey key) {
        return new SshLogin.Key(
                key::privateText, () -> key.passphrase().isEmpty() ? Optional.empty() : Optional.of(key.passphrase()));
    }

    static HostKeyPolicy pinned(SshServer server) {
        return new HostKeyPolicy.Pinned(server.knownHostsLines().stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList());
    }
}
