package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.engine.Directory;
import io.jenkins.plugins.hades.engine.ProjectDefinition;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshAddress;
import io.jenkins.plugins.hades.ssh.SshLogin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The servers of the tests, kept in memory: alpha, which releases of the bed use, spare, which nothing uses, and broken, which cannot be used. */
final class BedServers implements Directory, ServerRegistry {
    private final List<ServerSpec> servers =
            new ArrayList<>(List.of(server("alpha", Optional.empty()), server("spare", Optional.empty())));

    static ServerSpec server(String name, Optional<ServerSpec> jump) {
        SshAddress address = new SshAddress(
                "10.0.0.5",
                22,
                "hades",
                new SshLogin.Password(() -> "pa55word-canary"),
                new HostKeyPolicy.Pinned(List.of("SHA256:pin")));
        return new ServerSpec(
                name,
                Set.of(ServerRole.BUILD),
                address,
                jump,
                List.of("*"),
                List.of(),
                false,
                ".hades",
                "/var/run/docker.sock");
    }

    void add(ServerSpec server) {
        servers.add(server);
    }

    @Override
    public ProjectDefinition definition(Project project) {
        throw new HadesException(ErrorKind.NOT_FOUND, "Looking for " + project.name(), "no test defines projects", "");
    }

    @Override
    public List<ServerSpec> servers() {
        return List.copyOf(servers);
    }

    @Override
    public Map<String, HadesException> defects() {
        return Map.of(
                "broken",
                new HadesException(ErrorKind.NOT_FOUND, "Reading server broken", "its login is gone", "Add it again"));
    }

    @Override
    public void add(NewServer server) {
        servers.add(server(server.name(), Optional.empty()));
    }

    @Override
    public void remove(String name) {
        servers.removeIf(server -> server.name().equals(name));
    }

    @Override
    public Place place() {
        return new Place(true, "the memory of the test");
    }
}
