package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.List;

/** A mirror lacks what it should have; it helps to make it anew. */
final class DamagedMirrorException extends HadesException {
    private static final long serialVersionUID = 1L;

    private DamagedMirrorException(String doing, String reason) {
        super(ErrorKind.FAILED, doing, reason, "Look at the disk of the server");
    }

    /** This, if the result shows damage; else the failure that it shows. */
    static HadesException orFailure(String doing, RemoteHost server, CommandResult result) {
        LastLines lines = new LastLines();
        result.errors().lines().forEach(lines::take);
        List<String> errors = lines.all();
        boolean damaged = result.exitCode() == ScriptExit.NO_COMMIT || GitFailures.isDamage(result.exitCode(), errors);
        return damaged
                ? new DamagedMirrorException(
                        doing, "the mirror on server " + server.spec().name() + " is damaged")
                : GitFailures.of(doing, server.spec().name(), result.exitCode(), errors);
    }
}
