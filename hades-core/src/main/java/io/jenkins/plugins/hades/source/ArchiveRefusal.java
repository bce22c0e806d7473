package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;

/** Why an uploaded archive is refused; always of kind {@code BAD_INPUT}. */
final class ArchiveRefusal {
    private ArchiveRefusal() {}

    /** An archive with an entry that is not allowed. */
    static HadesException entry(String archive, String entry, String reason) {
        return of(
                archive,
                "its entry \"" + GitUrl.shown(entry) + "\" " + reason,
                "Pack the project's files anew, as plain files and folders with links among themselves at most");
    }

    /** An archive that cannot be read without a password. */
    static HadesException encrypted(String archive, String entry) {
        return of(archive, "its entry \"" + GitUrl.shown(entry) + "\" is encrypted", "Pack it without a password");
    }

    /** An archive that is refused as a whole. */
    static HadesException of(String archive, String reason, String remedy) {
        return new HadesException(ErrorKind.BAD_INPUT, "Checking the archive " + GitUrl.shown(archive), reason, remedy);
    }
}
