package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.nio.file.Path;
import java.util.List;

/** What a server's entry, which an administrator wrote, allows a project. Every refusal is of kind {@code FORBIDDEN} and names the setting. */
public final class ServerAllowance {
    private static final String HOST_NETWORK = "host";

    private ServerAllowance() {}

    /** Refuses unless the project may have its sources and builds on the server. */
    public static void checkBuild(ServerSpec server, String project) {
        checkUse(server, project, ServerRole.BUILD, "Building " + project + " on server " + server.name());
    }

    /** Whether the server's entry lists the project. */
    public static boolean lists(ServerSpec server, String project) {
        return server.projects().stream()
                .anyMatch(pattern ->
                        pattern.equals("*") || NamePattern.of(pattern).fits(project));
    }

    /**
     * Refuses unless the project may run on the server in this way. Folders are compared by their written paths; whether one of them
     * leads elsewhere by a symbolic link only the server knows: see {@link HostFolders}.
     */
    public static void check(ServerSpec server, String project, RunConfig run) {
        String doing = "Running " + project + " on server " + server.name();
        checkUse(server, project, ServerRole.DEPLOY, doing);
        for (VolumeMount mount : run.volumes()) {
            if (mount.isHostFolder() && !isBelow(server.mounts(), mount.source())) {
                throw refused(
                        doing,
                        "it mounts " + mount.source() + ", and the server allows " + allowed(server.mounts()),
                        "Take the folder out of run.volumes, or have an administrator add it, or a folder above it, to \"mounts\" of server "
                                + server.name());
            }
        }
        if (!server.privileged()) {
            checkUnprivileged(doing, server, run);
        }
    }

    /** Whether a path is one of these folders or below one; a path with {@code ..} is below none. */
    static boolean isBelow(List<String> folders, String path) {
        Path wanted = Path.of(path);
        if (!wanted.isAbsolute() || !wanted.normalize().equals(wanted)) {
            return false;
        }
        return folders.stream()
                .map(folder -> Path.of(folder).normalize())
                .anyMatch(folder -> folder.isAbsolute() && wanted.startsWith(folder));
    }

    private static void checkUse(ServerSpec server, String project, ServerRole role, String doing) {
        if (!lists(server, project)) {
            throw refused(
                    doing,
                    "the server does not list the project",
                    "Have an administrator add \"" + project + "\" to \"projects\" of server " + server.name());
        }
        if (!server.roles().contains(role)) {
            String word = role == ServerRole.BUILD ? "build" : "deploy";
            throw refused(
                    doing,
                    "the server has not the role \"" + word + "\"",
                    "Name another server, or have an administrator add \"" + word + "\" to \"roles\" of server "
                            + server.name());
        }
    }

    private static void checkUnprivileged(String doing, ServerSpec server, RunConfig run) {
        String asked = run.privileged()
                ? "run.privileged"
                : !run.capabilities().isEmpty()
                        ? "run.capabilities " + run.capabilities()
                        : run.network().filter(HOST_NETWORK::equals).isPresent() ? "run.network \"host\"" : "";
        if (!asked.isEmpty()) {
            throw refused(
                    doing,
                    "it asks for " + asked + ", and the server allows no privileged options",
                    "Take it out of the project's config, or have an administrator set \"privileged: true\" for server "
                            + server.name());
        }
    }

    private static String allowed(List<String> mounts) {
        return mounts.isEmpty() ? "no folders" : "only " + String.join(", ", mounts);
    }

    private static HadesException refused(String doing, String reason, String remedy) {
        return new HadesException(ErrorKind.FORBIDDEN, doing, reason, remedy);
    }
}
