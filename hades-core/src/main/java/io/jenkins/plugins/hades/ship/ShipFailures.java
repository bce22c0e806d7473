package io.jenkins.plugins.hades.ship;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.CommandResult;
import java.util.Locale;

/** Says what went wrong with a transfer, and tells what another try can mend from what it cannot. */
final class ShipFailures {
    private static final String FULL = "no space left on device";

    private ShipFailures() {}

    /** What to throw when the build server could not lay the image out. */
    static HadesException saving(String doing, String server, CommandResult result) {
        String said = result.errors().isBlank()
                ? "exit code " + result.exitCode()
                : result.errors().strip();
        if (full(said)) {
            return new HadesException(
                    ErrorKind.FAILED,
                    doing,
                    "there is no disk space left on server " + server + " (" + lastLine(said) + ")",
                    "Free some there: shipping needs room for the image once more");
        }
        return new HadesException(ErrorKind.FAILED, doing, said, "");
    }

    /** Whether an archive from which layers were left out may have failed because of that. */
    static boolean mayLackLayers(HadesException failure) {
        return failure.kind() != ErrorKind.UNREACHABLE
                && failure.kind() != ErrorKind.CANCELLED
                && failure.kind() != ErrorKind.TIMED_OUT
                && failure.kind() != ErrorKind.UNTRUSTED
                && !full(failure.reason())
                && !failure.reason().contains("no disk space left");
    }

    private static boolean full(String text) {
        return text.toLowerCase(Locale.ROOT).contains(FULL);
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1).strip();
    }
}
