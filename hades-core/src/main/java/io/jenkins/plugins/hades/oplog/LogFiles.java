package io.jenkins.plugins.hades.oplog;

import io.jenkins.plugins.hades.secret.PrivateFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where the logs of operations lie: a thousand in a folder, each in a file whose name tells whether it has ended. Files are opened in a way that
 * an interrupt of the thread does not close them.
 */
final class LogFiles {
    private static final long IN_A_FOLDER = 1000;

    private final Path root;

    LogFiles(Path root) {
        this.root = root;
    }

    /** Opens an operation's log for writing, ended or not, new or not; it counts as not ended from now on. */
    RandomAccessFile write(long operation) throws IOException {
        Path growing = growing(operation);
        Path ended = ended(operation);
        if (Files.exists(ended)) {
            Files.move(ended, growing, StandardCopyOption.ATOMIC_MOVE);
        } else if (!Files.exists(growing)) {
            PrivateFiles.createFolder(root);
            PrivateFiles.createFolder(growing.getParent());
            PrivateFiles.create(growing);
        }
        return new RandomAccessFile(growing.toFile(), "rw");
    }

    /** Marks an operation's log as ended, if there is one. */
    void end(long operation) throws IOException {
        Path growing = growing(operation);
        if (Files.exists(growing)) {
            Files.move(growing, ended(operation), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Opens an operation's log for reading; empty where nothing is. It may end or go on at any moment. */
    Optional<Opened> read(long operation) throws IOException {
        for (Path file : new Path[] {ended(operation), growing(operation), ended(operation)}) {
            try {
                return Optional.of(new Opened(new RandomAccessFile(file.toFile(), "r"), file.equals(ended(operation))));
            } catch (FileNotFoundException e) {
                if (Files.exists(file) && !Files.isReadable(file)) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    /** A log open for reading, and whether it had ended then. */
    record Opened(RandomAccessFile file, boolean ended) {}

    private Path growing(long operation) {
        return folder(operation).resolve(operation + ".part");
    }

    private Path ended(long operation) {
        return folder(operation).resolve(operation + ".log");
    }

    private Path folder(long operation) {
        return root.resolve(Long.toString(operation / IN_A_FOLDER));
    }
}
