package io.jenkins.plugins.hades.testbed.node;

import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** What was downloaded for Node.js images, kept below {@code ~/.cache/hades/node} from one run to the next. Several processes may use it at once. */
final class NodeCache {
    private NodeCache() {}

    /** Makes an entry. */
    @FunctionalInterface
    interface Maker {
        void fill(Path folder) throws IOException;
    }

    /**
     * An entry, made at the first call on this machine; half an entry is never seen.
     *
     * @param name unique for its content
     * @param maker puts the content into an empty folder
     * @return the entry's folder
     * @throws TestbedException when it cannot be made
     */
    static Path entry(String name, Maker maker) {
        Path folder = root();
        Path entry = folder.resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        try {
            Files.createDirectories(folder);
            Path made = Files.createTempDirectory(folder, ".new-");
            try {
                maker.fill(made);
                Files.move(made, entry, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                return entry; // another process was faster
            } finally {
                Command.of("rm", "-rf", made.toString()).run().orFail();
            }
            return entry;
        } catch (IOException e) {
            throw new TestbedException("Cannot make " + entry + ": " + e.getMessage(), e);
        }
    }

    private static Path root() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(value -> value.startsWith("/"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("hades/node");
    }
}
