package io.jenkins.plugins.hades.jenkins.settings;

import io.jenkins.plugins.hades.config.schema.Sizes;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.source.ArchiveLimits;
import java.util.Optional;

/** The size of the largest archive, as it is entered. */
final class ArchiveSize {
    private ArchiveSize() {}

    /**
     * The size in bytes.
     *
     * @param text such as {@code 512m}; the usual size where nothing was entered
     * @throws HadesException of kind {@code BAD_INPUT} when it is none that an archive may have
     */
    static long read(String text) {
        String given = Optional.ofNullable(text).map(String::strip).orElse("");
        if (given.isEmpty()) {
            return ArchiveLimits.LARGEST;
        }
        return Sizes.read(given)
                .filter(size -> size >= ArchiveLimits.LEAST && size <= ArchiveLimits.MOST)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Reading the size of the largest archive",
                        "it is no size from " + Sizes.shown(ArchiveLimits.LEAST) + " to "
                                + Sizes.shown(ArchiveLimits.MOST),
                        "Write it as 512m or 1g"));
    }
}
