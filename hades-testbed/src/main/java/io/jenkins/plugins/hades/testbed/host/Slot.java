package io.jenkins.plugins.hades.testbed.host;

import io.jenkins.plugins.hades.testbed.process.Cgroup;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One testbed's share of this machine: a number, and by it a folder, a control group and a subnet that no other JVM uses. A file lock holds it, which the
 * kernel frees when the JVM ends in whatever way; whoever takes a slot next first ends and removes what was left in it.
 */
public final class Slot implements AutoCloseable {

    private static final Path BASE = Path.of("/var/tmp/hades-testbed");
    private static final int SLOTS = 200;
    private static final Set<Integer> HELD = ConcurrentHashMap.newKeySet();
    private static final String KEPT = "kept";

    private final int number;
    private final FileChannel channel;

    private Slot(int number, FileChannel channel) {
        this.number = number;
        this.channel = channel;
    }

    /**
     * Takes the first free slot, after cleaning up all that dead JVMs left in this and other slots.
     *
     * @return the slot, held until it is closed or the JVM ends
     * @throws TestbedException when no slot is free or its folder cannot be made
     */
    public static synchronized Slot take() {
        Optional<Slot> taken = Optional.empty();
        for (int number = 0; number < SLOTS; number++) {
            if (taken.isPresent() && !Files.exists(BASE.resolve("slot-" + number))) {
                continue;
            }
            Optional<Slot> free = tryTake(number);
            if (free.isEmpty() || free.get().isKept()) {
                free.ifPresent(Slot::release);
                continue;
            }
            free.get().clean();
            if (taken.isPresent()) {
                free.get().release();
            } else {
                taken = free;
            }
        }
        return taken.orElseThrow(() -> new TestbedException("All " + SLOTS + " slots below " + BASE + " are taken"));
    }

    /**
     * Ends and removes what was kept under a name, see {@link #keep(String)}.
     *
     * @param name what it was kept as
     * @return how many slots that were
     */
    public static synchronized int endKept(String name) {
        int ended = 0;
        for (int number = 0; number < SLOTS; number++) {
            if (keptAs(number).equals(Optional.of(name))) {
                Optional<Slot> kept = tryTake(number);
                kept.ifPresent(Slot::close);
                ended += kept.isPresent() ? 1 : 0;
            }
        }
        return ended;
    }

    private static Optional<String> keptAs(int number) {
        try {
            return Optional.of(Files.readString(BASE.resolve("slot-" + number).resolve(KEPT)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new TestbedException("Cannot see whether slot " + number + " is kept: " + e.getMessage(), e);
        }
    }

    private static Optional<Slot> tryTake(int number) {
        // A process that closes any channel to a file loses its lock of that file: so do not even open the files of
        // one's own slots.
        if (HELD.contains(number)) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(BASE);
            Files.setPosixFilePermissions(BASE, PosixFilePermissions.fromString("rwx--x--x"));
            FileChannel channel = FileChannel.open(
                    BASE.resolve("slot-" + number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            HELD.add(number);
            return Optional.of(new Slot(number, channel));
        } catch (IOException e) {
            throw new TestbedException("Cannot take a slot below " + BASE + ": " + e.getMessage(), e);
        }
    }

    /**
     * The number of this slot.
     *
     * @return 0 or more, unique among the running testbeds of the machine
     */
    public int number() {
        return number;
    }

    /**
     * The control group of all that is started for this slot.
     *
     * @return the group
     */
    public Cgroup cgroup() {
        return Cgroup.named("hades-testbed/slot-" + number);
    }

    /**
     * A folder of this slot; it is made when it is missing.
     *
     * @param name its name, or a path of names
     * @return the folder, which others can pass but not list
     */
    public Path folder(String name) {
        Path folder = root().resolve(name);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            return folder;
        } catch (IOException e) {
            throw new TestbedException("Cannot make the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Lets all that runs in the slot outlive this JVM, until {@link #endKept(String)}.
     *
     * @param name what to keep it as
     */
    public void keep(String name) {
        try {
            Files.writeString(folder(".").resolve(KEPT), name);
        } catch (IOException e) {
            throw new TestbedException("Cannot mark slot " + number + " as kept: " + e.getMessage(), e);
        }
    }

    /**
     * Whether {@link #keep(String)} was called for what is in the slot.
     *
     * @return true when it outlives its JVM
     */
    public boolean isKept() {
        return keptAs(number).isPresent();
    }

    /** Ends all processes of the slot, removes its folder and frees it. */
    @Override
    public void close() {
        clean();
        release();
    }

    /** Frees the slot and leaves what is in it. */
    public void release() {
        try {
            channel.close();
            HELD.remove(number);
        } catch (IOException e) {
            throw new TestbedException("Cannot free slot " + number + ": " + e.getMessage(), e);
        }
    }

    private void clean() {
        cgroup().killAndRemove();
        if (Files.exists(root())) {
            Command.of("rm", "-rf", "--one-file-system", root().toString())
                    .run()
                    .orFail();
        }
    }

    private Path root() {
        return BASE.resolve("slot-" + number);
    }
}
