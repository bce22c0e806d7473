package io.jenkins.plugins.hades.ssh;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A machine reached over SSH, as an administrator registered it.
 *
 * @param name the name by which projects refer to it
 * @param roles what it may be used for
 * @param address where and as whom to connect
 * @param jump the server to go through, if it is not reached directly
 * @param projects names (or, in Jenkins, full names or patterns) of the projects that may use it; empty means none, {@code "*"} all
 * @param mounts host folders below which a project may mount one
 * @param privileged whether a container may ask for privileged options
 * @param folder where Hades keeps its own files on the server, absolute or relative to the user's home
 * @param dockerSocket the path of the Docker Engine's socket there
 */
public record ServerSpec(
        String name,
        Set<ServerRole> roles,
        SshAddress address,
        Optional<ServerSpec> jump,
        List<String> projects,
        List<String> mounts,
        boolean privileged,
        String folder,
        String dockerSocket) {
    /** The folder of Hades' own files on a server, below the user's home, unless the server says otherwise. */
    public static final String DEFAULT_FOLDER = ".hades";
    /** The Docker Engine's socket on a server, unless the server says otherwise. */
    public static final String DEFAULT_DOCKER_SOCKET = "/var/run/docker.sock";

    public ServerSpec {
        roles = Set.copyOf(roles);
        projects = List.copyOf(projects);
        mounts = List.copyOf(mounts);
    }
}
