package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteCommand;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folders of a server that a project mounts, as the server resolves them: a container that may write to an allowed folder can
 * leave a symbolic link there, which a later mount would follow. Call it right before the container is created.
 */
public final class HostFolders {
    private HostFolders() {}

    /**
     * Refuses folders that lead outside of what the server allows. Blocks while it asks the server; does nothing where no folder is
     * mounted.
     *
     * @return where each folder leads, by the path that the project gave: what is to be mounted, so that a link that changes meanwhile changes
     *     nothing
     * @throws HadesException of kind {@code FORBIDDEN} when a folder leads elsewhere, {@code FAILED} when the server cannot tell
     */
    public static Map<String, String> check(RemoteHost server, String project, RunConfig run, OperationContext context)
            throws InterruptedException {
        Map<String, String> real = new LinkedHashMap<>();
        if (run.volumes().stream().noneMatch(VolumeMount::isHostFolder)) {
            return real;
        }
        String doing = "Running " + project + " on server " + server.spec().name();
        List<String> allowed = new ArrayList<>();
        for (String folder : server.spec().mounts()) {
            allowed.add(resolved(server, folder, doing, context));
        }
        for (VolumeMount mount : run.volumes()) {
            if (mount.isHostFolder()) {
                String leads = resolved(server, mount.source(), doing, context);
                real.put(mount.source(), leads);
                if (!ServerAllowance.isBelow(allowed, leads)) {
                    throw new HadesException(
                            ErrorKind.FORBIDDEN,
                            doing,
                            "the folder " + mount.source() + " leads to " + leads
                                    + " by a symbolic link, which is not below a folder that the server allows",
                            "Remove the link on the server, or have an administrator add " + leads
                                    + " to \"mounts\" of server "
                                    + server.spec().name());
                }
            }
        }
        return real;
    }

    private static String resolved(RemoteHost server, String folder, String doing, OperationContext context)
            throws InterruptedException {
        CommandResult result = server.run(RemoteCommand.of("readlink", "-m", "--", folder), context);
        String path = result.output().endsWith("\n")
                ? result.output().substring(0, result.output().length() - 1)
                : result.output();
        if (!result.succeeded() || path.isEmpty()) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    doing,
                    "the server cannot tell where " + folder + " leads: "
                            + result.errors().strip(),
                    "Install GNU coreutils on the server, which have \"readlink -m\"");
        }
        return path;
    }
}
