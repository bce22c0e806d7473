package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.ServerAllowance;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.HostKey;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.RemoteHosts;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.util.List;
import java.util.stream.Collectors;

/** Finds servers by name, and the connections to them. */
public final class Servers {
    private final Directory directory;
    private final RemoteHosts hosts;

    /**
     * @param directory knows the servers
     * @param hosts keeps their connections
     */
    public Servers(Directory directory, RemoteHosts hosts) {
        this.directory = directory;
        this.hosts = hosts;
    }

    /** The connection to the server of this name. */
    public RemoteHost host(String name) {
        return hosts.host(spec(name));
    }

    /** The entry of the server of this name. */
    public ServerSpec spec(String name) {
        List<ServerSpec> servers = directory.servers();
        return servers.stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> directory
                        .defect(name)
                        .orElseGet(() -> new HadesException(
                                ErrorKind.NOT_FOUND,
                                "Looking for server " + name,
                                "no server of that name is configured; there are: " + names(servers),
                                "Add the server, or name one of these")));
    }

    /** The keys that a server shows, which need not be configured: see {@link RemoteHosts#hostKeys}. */
    public List<HostKey> hostKeys(ServerSpec spec) throws InterruptedException {
        return hosts.hostKeys(spec);
    }

    /** The connection to the server of this name, provided that the project may have its source and its builds there. */
    RemoteHost builder(String name, String projectName) {
        ServerSpec spec = spec(name);
        ServerAllowance.checkBuild(spec, projectName);
        return hosts.host(spec);
    }

    /** The one server of this role that the project may use, for whoever names none. */
    String only(ServerRole role, String projectName) {
        List<ServerSpec> fitting = fitting(projectName, role);
        if (fitting.size() == 1) {
            return fitting.get(0).name();
        }
        String word = role == ServerRole.BUILD ? "build" : "deploy";
        throw new HadesException(
                ErrorKind.BAD_INPUT,
                "Choosing the " + word + " server of project " + projectName,
                fitting.isEmpty()
                        ? "no server has the role " + word + " and lists the project"
                        : "several have the role " + word + " and list the project: " + names(fitting),
                fitting.isEmpty()
                        ? "Have an administrator add \"" + projectName + "\" to \"projects\" of a server with that role"
                        : "Name one: \"" + word + "-server\" of the environment in hades.yml, or the " + word
                                + " server of the request");
    }

    /** Some server of this role that the project may use; the first by name. */
    String anyFor(String projectName, ServerRole role) {
        return fitting(projectName, role).stream()
                .map(ServerSpec::name)
                .sorted()
                .findFirst()
                .orElseGet(() -> only(role, projectName));
    }

    /** Whether there is such a server, which has the role and which the project may use. */
    boolean fits(String name, String projectName, ServerRole role) {
        return fitting(projectName, role).stream()
                .anyMatch(server -> server.name().equals(name));
    }

    private List<ServerSpec> fitting(String projectName, ServerRole role) {
        return directory.servers().stream()
                .filter(server -> server.roles().contains(role) && ServerAllowance.lists(server, projectName))
                .toList();
    }

    private static String names(List<ServerSpec> servers) {
        return servers.isEmpty()
                ? "none"
                : servers.stream().map(ServerSpec::name).collect(Collectors.joining(", "));
    }
}
