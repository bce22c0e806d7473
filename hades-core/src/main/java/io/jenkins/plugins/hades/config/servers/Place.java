package io.jenkins.plugins.hades.config.servers;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a servers file stands, and what its entries may refer to.
 *
 * @param folder the file's folder, from which relative paths count
 * @param home the user's home, which {@code ~} means
 * @param environment gives the variables of this process
 * @param isPrivate whether the file can be read by its owner only, so that secrets may stand in it
 */
record Place(Path folder, Path home, Function<String, Optional<String>> environment, boolean isPrivate) {
    /** A path as it is written in the file. */
    Path path(String written) {
        if (written.equals("~")) {
            return home;
        }
        return written.startsWith("~/")
                ? home.resolve(written.substring(2))
                : folder.resolve(written).normalize();
    }
}
