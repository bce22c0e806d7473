package io.jenkins.plugins.hades.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Files and folders that only their user may read, where the file system knows of users. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** Makes a folder, and those above it that are missing; takes the rights of others from one that is there. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, FOLDER));
        }
        restrict(folder, FOLDER);
    }

    /**
     * Makes an empty file.
     *
     * @throws FileAlreadyExistsException if it is there
     */
    public static void create(Path file) throws IOException {
        Files.createFile(file, attributes(file, FILE));
    }

    /** Gives a file this content, at once: whoever reads it, also after a crash, finds the old or the new. Its folder must be there. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        create(written);
        try {
            Files.write(written, content);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Takes the rights of others from a file. */
    public static void restrict(Path file) throws IOException {
        restrict(file, FILE);
    }

    /** Whether nobody but its user may read or write a file or folder, as far as the file system says. */
    public static boolean isPrivate(Path path) throws IOException {
        if (!knowsUsers(path)) {
            return true;
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        others.removeAll(FOLDER);
        return others.isEmpty();
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (!isPrivate(path)) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return knowsUsers(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsUsers(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
