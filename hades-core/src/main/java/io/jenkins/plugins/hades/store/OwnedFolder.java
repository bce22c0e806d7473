package io.jenkins.plugins.hades.store;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.secret.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The folder of an embedded store, owned by this process: by a lock of the operating system, which ends with the process however that
 * ends, and a file beside it that names the owner. The folder and its files are for their user alone.
 */
final class OwnedFolder implements AutoCloseable {
    private static final String LOCK = "owner.lock";
    private static final String OWNER = "owner.json";

    private final Path folder;
    private final String claim;
    private final FileChannel channel;

    private final boolean left;

    private OwnedFolder(Path folder, String claim, FileChannel channel) {
        this.left = Files.exists(folder.resolve(OWNER));
        this.folder = folder;
        this.claim = claim;
        this.channel = channel;
    }

    /**
     * Makes the folder if it is not there, and takes it.
     *
     * @throws HadesException of kind {@code CONFLICT} when a process has it, which is named
     */
    static OwnedFolder take(Path wanted) {
        String doing = "Opening the store in " + wanted;
        try {
            PrivateFiles.createFolder(wanted);
            Path folder = wanted.toRealPath();
            String claim = claim(doing, folder);
            try {
                return new OwnedFolder(folder, claim, lock(doing, folder)).named();
            } catch (IOException | RuntimeException e) {
                System.clearProperty(claim);
                throw e;
            }
        } catch (IOException e) {
            throw SqlFailure.of(doing, "the store in " + wanted, e);
        }
    }

    /** Who has a folder open, as it says itself; may be a process that died. */
    static Optional<StoreOwner> owner(Path folder) throws IOException {
        try {
            return Optional.of(StoredJson.read(StoreOwner.class, Files.readString(folder.resolve(OWNER))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether its owner before died without closing it. */
    boolean left() {
        return left;
    }

    /** Where it is. */
    Path path() {
        return folder;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve(OWNER));
            channel.close();
        } catch (IOException e) {
            throw SqlFailure.of("Closing the store in " + folder, "the store in " + folder, e);
        } finally {
            System.clearProperty(claim);
        }
    }

    private OwnedFolder named() throws IOException {
        Path written = folder.resolve(OWNER + ".new");
        Files.deleteIfExists(written);
        PrivateFiles.create(written);
        Files.writeString(
                written, StoredJson.write(StoreOwner.class, StoreOwner.thisProcess()), StandardCharsets.UTF_8);
        Files.move(written, folder.resolve(OWNER), StandardCopyOption.ATOMIC_MOVE);
        return this;
    }

    /**
     * Keeps others of this very process out, also those that another class loader loaded. It comes before the lock is tried, as whoever
     * opens and closes a locked file takes the lock from its whole process.
     */
    private static String claim(String doing, Path folder) {
        String claim = "hades.store " + folder;
        if (System.getProperties().putIfAbsent(claim, "open") != null) {
            throw new StoreTakenException(doing, "this process has it open already", "Use the store that is open");
        }
        return claim;
    }

    private static FileChannel lock(String doing, Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            PrivateFiles.create(file);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(doing, folder);
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw taken(doing, folder);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static HadesException taken(String doing, Path folder) throws IOException {
        String owner = owner(folder).map(StoreOwner::toString).orElse("another process");
        return new StoreTakenException(
                doing, "it is open in " + owner, "End that process, or ask it for what you need");
    }
}
